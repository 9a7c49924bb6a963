// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import school.lanyard.core.routing.About;

class ReportKindTest {

    static Pack pack(String key) {
        return ((Loaded.Sound) Packs.in(Path.of("..", "packs")).load(key)).pack();
    }

    @Test
    void its_own_posts_take_it_where_it_is_about_nobody_in_particular() {
        var pack = pack("boughton-leigh");
        assertThat(pack.routeFor(List.of(), List.of("data-breach")).tiers().getFirst())
                .containsExactly("dpo");
        assertThat(pack.routeFor(List.of(), List.of()).key()).isEqualTo("anything-else");
    }

    @Test
    void whom_it_is_about_comes_first() {
        var pack = pack("boughton-leigh");
        var head = new About(Set.of("headteacher"), Set.of("staff"));
        assertThat(pack.routeFor(List.of(head), List.of("data-breach")).key())
                .isEqualTo("about-headteacher");
    }

    @ParameterizedTest
    @ValueSource(strings = {"boughton-leigh", "balfour", "starter"})
    void every_shipped_pack_has_the_kinds_and_their_times(String key) {
        var pack = pack(key);
        assertThat(pack.kinds().keySet())
                .contains("low-level", "technical", "data-breach", "ai-incident", "web-content");
        pack.kinds().values().stream()
                .filter(kind -> !kind.decide().isEmpty())
                .forEach(kind -> assertThat(pack.intervals()).containsKey(kind.decide()));
        assertThat(pack.kinds().get("low-level").ownRoute()).isEmpty();
        assertThat(pack.route("data-breach")).isPresent();
    }

    @Test
    void a_clause_that_a_kind_cites_is_kept_by_its_route() {
        assertThat(pack("boughton-leigh").clauses().get("BL-620").by()).contains("route:technical");
    }
}
