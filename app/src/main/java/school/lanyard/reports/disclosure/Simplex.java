// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.disclosure;

import java.util.Arrays;

/// An exact linear programme `A x = b, x >= 0` in whole numbers: the simplex method with Bland's
/// rule and fraction-free pivots, so nothing is rounded. It throws ArithmeticException rather than
/// overflow.
final class Simplex {

    private static final int NONE = -1;

    /// One row for each equation, the right-hand side last; true values are `rows / scale`.
    private final long[][] rows;

    /// The variable that each row gives the value of, or NONE while it has no such variable.
    private final int[] basis;

    /// The row that gives each variable's value, or NONE: then it is nought.
    private final int[] place;

    private final int variables;
    private long scale = 1;

    /// Equations with the right-hand side as the last number of each.
    Simplex(long[][] equations, int variables) {
        this.variables = variables;
        this.rows = new long[equations.length][];
        this.basis = new int[equations.length];
        this.place = new int[variables];
        Arrays.fill(basis, NONE);
        Arrays.fill(place, NONE);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = equations[i].clone();
            if (rows[i][variables] < 0) negate(rows[i]);
        }
    }

    /// Whether any solution exists. To be asked first, and once.
    boolean feasible() {
        for (int column = gain(); column != NONE; column = gain()) pivot(leaving(column), column);
        for (int i = 0; i < rows.length; i++) {
            if (basis[i] != NONE) continue;
            if (rows[i][variables] != 0) return false;
            takeAnyVariable(i);
        }
        return true;
    }

    /// Moves to a solution in which the variable is least.
    void minimise(int variable) {
        for (int column = falling(variable); column != NONE; column = falling(variable))
            pivot(leaving(column), column);
    }

    /// Moves to a solution in which the variable is greatest; false if nothing limits it.
    boolean maximise(int variable) {
        for (int column = rising(variable); column != NONE; column = rising(variable)) {
            int row = leaving(column);
            if (row == NONE) return false;
            pivot(row, column);
        }
        return true;
    }

    long floor(int variable) {
        int row = rowOf(variable);
        return row == NONE ? 0 : Math.floorDiv(rows[row][variables], scale);
    }

    long ceiling(int variable) {
        int row = rowOf(variable);
        return row == NONE ? 0 : Math.ceilDiv(rows[row][variables], scale);
    }

    /// The present solution if it is in whole numbers, else an empty array.
    long[] wholeSolution() {
        var solution = new long[variables];
        for (int i = 0; i < rows.length; i++) {
            if (basis[i] == NONE) continue;
            if (rows[i][variables] % scale != 0) return new long[0];
            solution[basis[i]] = rows[i][variables] / scale;
        }
        return solution;
    }

    /// A column that brings rows without a variable nearer to nought.
    private int gain() {
        for (int j = 0; j < variables; j++) {
            if (rowOf(j) != NONE) continue;
            long sum = 0;
            for (int i = 0; i < rows.length; i++)
                if (basis[i] == NONE) sum = Math.addExact(sum, rows[i][j]);
            if (sum > 0) return j;
        }
        return NONE;
    }

    private int rising(int variable) {
        int row = rowOf(variable);
        if (row == NONE) return variable;
        for (int j = 0; j < variables; j++) if (rows[row][j] < 0 && rowOf(j) == NONE) return j;
        return NONE;
    }

    private int falling(int variable) {
        int row = rowOf(variable);
        if (row == NONE) return NONE;
        for (int j = 0; j < variables; j++) if (rows[row][j] > 0 && rowOf(j) == NONE) return j;
        return NONE;
    }

    /// The row that limits the column most; among equals the lowest variable, so that it never
    /// circles.
    private int leaving(int column) {
        int best = NONE;
        for (int i = 0; i < rows.length; i++) {
            if (rows[i][column] <= 0) continue;
            if (best == NONE || tighter(i, best, column)) best = i;
        }
        return best;
    }

    private boolean tighter(int row, int best, int column) {
        long mine = Math.multiplyExact(rows[row][variables], rows[best][column]);
        long its = Math.multiplyExact(rows[best][variables], rows[row][column]);
        return mine < its || (mine == its && basis[row] < basis[best]);
    }

    private void takeAnyVariable(int row) {
        for (int j = 0; j < variables; j++) {
            if (rows[row][j] == 0) continue;
            if (rows[row][j] < 0) negate(rows[row]);
            pivot(row, j);
            return;
        }
    }

    private void pivot(int row, int column) {
        long divisor = rows[row][column];
        for (int i = 0; i < rows.length; i++) {
            long factor = rows[i][column];
            if (i == row || (factor == 0 && divisor == scale)) continue;
            for (int j = 0; j <= variables; j++) {
                long kept = Math.multiplyExact(rows[i][j], divisor);
                long taken = Math.multiplyExact(factor, rows[row][j]);
                rows[i][j] = Math.subtractExact(kept, taken) / scale; // always divides
            }
        }
        scale = divisor;
        if (basis[row] != NONE) place[basis[row]] = NONE;
        basis[row] = column;
        place[column] = row;
    }

    private int rowOf(int variable) {
        return place[variable];
    }

    private static void negate(long[] row) {
        for (int j = 0; j < row.length; j++) row[j] = -row[j];
    }
}
