// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.disclosure;

import java.util.Map;

/// The tables as printed: a cell for every place of the frame.
public record Release(Frame frame, Map<Place, Cell> cells) {

    public Release {
        cells = Map.copyOf(cells);
        if (!cells.keySet().containsAll(frame.places()))
            throw new IllegalArgumentException("a place without a cell");
    }

    public Cell at(Place place) {
        Cell cell = cells.get(place);
        if (cell == null) throw new IllegalArgumentException("no such place: " + place);
        return cell;
    }
}
