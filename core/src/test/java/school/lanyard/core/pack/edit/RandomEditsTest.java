// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import school.lanyard.core.pack.Faults;

/// Whatever is changed anywhere in the packs that come with the program, the file then says that
/// and nothing else, and every other line is as it was.
class RandomEditsTest {

    private static final int EDITS = 40;
    private static final List<String> WORDS =
            List.of(
                    "other",
                    "Some other words, with: a colon",
                    "true",
                    "a \"quoted\" # thing",
                    "Lines\nof it",
                    "x ".repeat(90) + "y");

    static Stream<java.nio.file.Path> files() throws IOException {
        return Files.walk(java.nio.file.Path.of("..", "packs"))
                .filter(path -> path.toString().endsWith(".yaml"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("files")
    void touch_nothing_else(java.nio.file.Path file) {
        var text = read(file);
        var whole = TextEdit.read(text, new Faults()).orElseThrow();
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(file.hashCode());
        var paths = new ArrayList<Path>();
        gather(Path.TOP, whole, paths);
        int done = 0;
        for (int n = 0; n < EDITS; n++) {
            var path = paths.get(random.nextInt(paths.size()));
            var edit = edit(path, whole, random);
            switch (TextEdit.apply(text, edit)) {
                case Edited.Done(var changed) -> {
                    done++;
                    assertThat(TextEdit.read(changed, new Faults()))
                            .as("%s", edit)
                            .contains((Value.Entries) edit.applied(whole));
                    assertThat(untouched(text, changed, path))
                            .as("%s in%n%s", edit, changed)
                            .isTrue();
                }
                case Edited.Refused refused ->
                        assertThat(refused.problem())
                                .as("%s", edit)
                                .containsAnyOf("A comment stands", "several lines");
            }
        }
        assertThat(done).isGreaterThan(EDITS * 8 / 10);
    }

    private static Edit edit(Path path, Value whole, RandomGenerator random) {
        var value =
                switch (random.nextInt(4)) {
                    case 0 -> Value.texts(List.of("one", "two: 2"));
                    case 1 ->
                            Value.Entries.NONE
                                    .with("k", Value.flag(true))
                                    .with("l", Value.text("m"));
                    default -> Value.text(WORDS.get(random.nextInt(WORDS.size())));
                };
        boolean list = path.last() instanceof Path.Index;
        return switch (random.nextInt(4)) {
            case 0 -> new Edit.Remove(path);
            case 1 ->
                    list
                            ? new Edit.Insert(path, value)
                            : new Edit.Put(
                                    path.parent().key("added"),
                                    value,
                                    ((Path.Key) path.last()).key());
            default ->
                    at(whole, path) instanceof Value.Scalar
                            ? new Edit.Put(
                                    path, Value.text(WORDS.get(random.nextInt(WORDS.size()))))
                            : new Edit.Put(path, Value.texts(List.of("a")));
        };
    }

    private static Value at(Value whole, Path path) {
        var value = whole;
        for (var step : path.steps()) {
            value =
                    switch (step) {
                        case Path.Key(var key) -> ((Value.Entries) value).get(key);
                        case Path.Index(var index) -> ((Value.Items) value).items().get(index);
                    };
        }
        return value;
    }

    private static void gather(Path path, Value value, List<Path> paths) {
        if (!path.isTop()) {
            paths.add(path);
        }
        switch (value) {
            case Value.Entries(var entries) ->
                    entries.forEach(entry -> gather(path.key(entry.key()), entry.value(), paths));
            case Value.Items(var items) -> {
                for (int at = 0; at < items.size(); at++) {
                    gather(path.at(at), items.get(at), paths);
                }
            }
            case Value.Scalar _ -> {}
        }
    }

    /// The lines that differ lie together, and within those of what holds the path.
    private static boolean untouched(String was, String is, Path path) {
        var before = was.lines().toList();
        var after = is.lines().toList();
        int start = 0;
        while (start < Math.min(before.size(), after.size())
                && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(before.size(), after.size()) - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        int[] lines = linesOf(was, path);
        return start >= lines[0] - 1 && before.size() - end <= lines[1] + 1;
    }

    private static int[] linesOf(String text, Path path) {
        Node node = Nodes.of(text);
        int from = 0;
        int to = text.length();
        for (var step : path.steps()) {
            switch (step) {
                case Path.Key(var key) -> {
                    var pair = ((Node.Table) node).pairs().get(((Node.Table) node).indexOf(key));
                    from = pair.from();
                    to = pair.to();
                    node = pair.value();
                }
                case Path.Index(var index) -> {
                    node = ((Node.Sequence) node).items().get(index);
                    from = node.from();
                    to = node.to();
                }
            }
        }
        int above = (int) text.substring(0, from).chars().filter(c -> c == '\n').count();
        while (above > 0 && text.lines().toList().get(above - 1).strip().startsWith("#")) {
            above--;
        }
        return new int[] {
            above, (int) text.substring(0, to).chars().filter(c -> c == '\n').count() + 1
        };
    }

    private static String read(java.nio.file.Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
