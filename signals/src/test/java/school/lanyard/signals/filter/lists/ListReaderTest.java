// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import school.lanyard.signals.filter.index.FilterIndex;
import school.lanyard.signals.filter.index.Held.Guarded;
import school.lanyard.signals.filter.index.Listing;
import school.lanyard.signals.filter.lists.Compiler.Compiled;

class ListReaderTest {

    @TempDir private Path folder;

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(ListReaderTest.class.getResource(name)).toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static List<String> rules(FilterIndex index) {
        var rules = new ArrayList<String>();
        index.forEach((rule, set) -> rules.add(rule));
        return rules;
    }

    private Compiled compiled(Path path) throws IOException {
        return Compiler.compile(Source.of(path, ""), Guarded.NONE, folder.resolve("index"));
    }

    @ParameterizedTest
    @CsvSource({
        "hosts.txt, HOSTS, 2",
        "adblock.txt, ADBLOCK, 3",
        "rpz.txt, RPZ, 2",
        "dnsmasq.txt, DNSMASQ, 1"
    })
    void a_list_is_read_in_its_format_and_the_rest_is_counted(
            String list, ListFormat format, long notUnderstood) throws IOException {
        var compiled = compiled(resource(list));
        var expected = Files.readAllLines(resource(list.replace(".txt", ".out")));
        assertThat(rules(compiled.index())).containsExactlyInAnyOrderElementsOf(expected);
        var report = compiled.lists().getFirst();
        assertThat(report.format()).isEqualTo(format);
        assertThat(report.notUnderstood()).isEqualTo(notUnderstood);
        assertThat(report.samples()).hasSize((int) notUnderstood);
    }

    @Test
    void a_squidguard_folder_is_a_category_for_each_folder_in_it() throws IOException {
        var compiled = compiled(resource("squidguard"));
        assertThat(rules(compiled.index()))
                .containsExactlyInAnyOrderElementsOf(
                        Files.readAllLines(resource("squidguard.out")));
        assertThat(compiled.index().listings())
                .contains(new Listing("games", "squidguard"), new Listing("adult", "squidguard"))
                .noneMatch(listing -> listing.category().equals("reading"));
    }

    @Test
    void a_category_may_be_given() throws IOException {
        assertThat(Source.of(resource("hosts.txt"), "adverts"))
                .extracting(Source::listing)
                .containsExactly(new Listing("adverts", "hosts"));
    }

    @Test
    void garbage_is_counted_and_nothing_more() throws IOException {
        var file = folder.resolve("garbage.txt");
        var noise = new byte[700_000];
        RandomGeneratorFactory.of("L64X128MixRandom").create(5).nextBytes(noise);
        Files.write(file, noise);
        var report = compiled(file).lists().getFirst();
        assertThat(report.notUnderstood()).isGreaterThan(1000);
        assertThat(report.samples())
                .hasSize(5)
                .allMatch(sample -> sample.chars().noneMatch(c -> c < ' '));
    }

    @Test
    void a_line_without_end_does_not_fill_the_memory_and_what_follows_is_read() throws IOException {
        var file = folder.resolve("long.txt");
        Files.writeString(
                file, "one.example\n" + "x".repeat(3_000_000) + "\ntwo.example\r\nthree.example");
        var compiled = compiled(file);
        assertThat(rules(compiled.index()))
                .containsExactlyInAnyOrder("one.example", "two.example", "three.example");
        assertThat(compiled.lists().getFirst().notUnderstood()).isEqualTo(1);
    }

    @Test
    void a_name_on_several_lists_is_kept_once_with_all_of_them() throws IOException {
        var file = folder.resolve("ads.txt");
        Files.writeString(file, "ads.example\nADS.example.\n");
        var sources = new ArrayList<>(Source.of(file, ""));
        sources.addAll(Source.of(resource("adblock.txt"), ""));
        var index = Compiler.inMemory(sources, Guarded.NONE).index();
        assertThat(index.size()).isEqualTo(5);
        index.forEach((rule, set) ->
                assertThat(index.listed(set)).hasSize(rule.equals("ads.example") ? 2 : 1));
    }
}
