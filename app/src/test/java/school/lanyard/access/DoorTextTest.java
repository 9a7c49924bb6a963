// SPDX-License-Identifier: Apache-2.0
package school.lanyard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.val;
import static school.lanyard.database.schema.Tables.CASE_FILE;
import static school.lanyard.database.schema.Tables.CONCERN;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DoorTextTest {

    private static final String ODD = "ab1'\":?{}; -";

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void says_what_the_door_says_when_it_is_composed_anew(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var viewer =
                new Viewer(
                        word(random),
                        word(random),
                        LocalDate.of(2026, 1, 1).plusDays(random.nextInt(2_000)));
        for (var caseId : List.of(CASE_FILE.ID, CONCERN.CASE_ID, CASE_FILE.as("other").ID)) {
            var composed =
                    Door.composed(
                            caseId,
                            val(viewer.school()),
                            val(viewer.person()),
                            Door.day(viewer.today()));
            for (var dialect : List.of(SQLDialect.SQLITE, SQLDialect.POSTGRES)) {
                for (var type : StatementType.values()) {
                    var sql = DSL.using(dialect, new Settings().withStatementType(type));
                    var spoken = sql.selectOne().where(Door.opens(caseId, viewer));
                    var anew = sql.selectOne().where(composed);
                    assertThat(inBrackets(spoken.getSQL())).isEqualTo(anew.getSQL());
                    assertThat(spoken.getBindValues()).isEqualTo(anew.getBindValues());
                }
            }
        }
    }

    private static String inBrackets(String sql) {
        return sql.replaceFirst("where \\((.*)\\)$", "where $1");
    }

    private static String word(RandomGenerator random) {
        var word = new StringBuilder();
        for (int i = random.nextInt(20); i >= 0; i--) {
            word.append(ODD.charAt(random.nextInt(ODD.length())));
        }
        return word.toString();
    }
}
