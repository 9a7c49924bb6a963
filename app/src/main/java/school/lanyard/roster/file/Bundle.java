// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import school.lanyard.core.pack.StrictZip;

/// The tables of a zip, by their names without their folder.
final class Bundle {

    private final Map<String, byte[]> files;

    private Bundle(Map<String, byte[]> files) {
        this.files = files;
    }

    static boolean zipped(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3;
    }

    static Bundle of(byte[] zip) {
        var read =
                StrictZip.read(zip)
                        .orElseThrow(() ->
                                new Unreadable(
                                        "The zip is damaged, locked with a password, or holds more"
                                                + " than 24 MB. Zip the CSV files alone."));
        var files = new LinkedHashMap<String, byte[]>();
        read.forEach((path, bytes) -> {
            var name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
            if (!path.startsWith("__MACOSX/") && name.endsWith(".csv")) {
                files.put(name, bytes);
            }
        });
        return new Bundle(files);
    }

    boolean has(String name) {
        return files.containsKey(name);
    }

    Optional<Table> table(String name) {
        return Optional.ofNullable(files.get(name)).map(bytes -> new Table(name, bytes));
    }

    void rows(String name, Consumer<Table.Row> each) {
        table(name).ifPresent(table -> table.rows(each));
    }

    /// Whether a table has a heading.
    boolean headed(String name, String heading) {
        return table(name)
                .flatMap(Table::headings)
                .filter(all -> all.stream().map(Table::name).anyMatch(heading::equals))
                .isPresent();
    }
}
