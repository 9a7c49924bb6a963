// SPDX-License-Identifier: Apache-2.0
package school.lanyard.access;

import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.DSL;

/// The door's condition as text. It is the same for everybody, and to compose it takes longer than
/// to ask the database: so it is composed once for each kind of database, and the case and the
/// viewer are filled in.
final class DoorText {

    /// How the condition is put together.
    interface Composing {
        Condition of(
                Field<String> caseId,
                Field<String> school,
                Field<String> person,
                Field<LocalDate> today);
    }

    private static final Field<String> CASE = param("door_case", String.class);
    private static final Field<String> SCHOOL = param("door_school", String.class);
    private static final Field<String> PERSON = param("door_person", String.class);
    private static final Field<LocalDate> TODAY = Door.anyDay("door_today");
    private static final List<String> GAPS =
            List.of(":door_case", ":door_school", ":door_person", ":door_today");

    /// With the cast that a database wants, which comes again with what is filled in.
    private static final Pattern GAP =
            Pattern.compile("cast\\((:door_today) as date\\)|" + String.join("|", GAPS));

    /// @param texts what stands before each gap, and at last behind them all
    /// @param gaps what is filled in, by its place among {@link #GAPS}
    private record Cut(List<String> texts, List<Integer> gaps) {}

    private final Composing composing;
    private final Map<SQLDialect, Cut> cuts = new ConcurrentHashMap<>();

    DoorText(Composing composing) {
        this.composing = composing;
    }

    /// The condition for the case that a column names, and whoever looks.
    Condition forCase(Field<String> caseId, Viewer viewer) {
        return filled(
                List.of(
                        caseId,
                        val(viewer.school()),
                        val(viewer.person()),
                        Door.day(viewer.today())));
    }

    /// A condition in which nothing but the day is left open.
    Condition on(LocalDate today) {
        return filled(List.of(CASE, SCHOOL, PERSON, Door.day(today)));
    }

    private Condition filled(List<QueryPart> parts) {
        return CustomCondition.of(context -> {
            var cut = cuts.computeIfAbsent(context.family(), this::cut);
            for (int i = 0; i < cut.gaps().size(); i++) {
                context.sql(cut.texts().get(i)).visit(parts.get(cut.gaps().get(i)));
            }
            context.sql(cut.texts().getLast());
        });
    }

    private Cut cut(SQLDialect dialect) {
        var text = DSL.using(dialect).renderNamedParams(composing.of(CASE, SCHOOL, PERSON, TODAY));
        var texts = new ArrayList<String>();
        var gaps = new ArrayList<Integer>();
        var gap = GAP.matcher(text);
        var from = 0;
        while (gap.find()) {
            texts.add(text.substring(from, gap.start()));
            gaps.add(GAPS.indexOf(gap.group(1) == null ? gap.group() : gap.group(1)));
            from = gap.end();
        }
        texts.add(text.substring(from));
        texts.set(0, "(" + texts.getFirst());
        texts.set(texts.size() - 1, texts.getLast() + ")");
        if (texts.stream().anyMatch(each -> each.contains(":") || each.contains("?"))) {
            throw new IllegalStateException("the door has a value that nobody fills in");
        }
        return new Cut(List.copyOf(texts), List.copyOf(gaps));
    }
}
