// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import java.util.ArrayList;
import java.util.List;

/// What the template of a poster shows.
///
/// @param tiles the rules, each with a picture or under a heading
/// @param rows what is allowed, for adults
/// @param foot the last and largest word: whom to tell
/// @param source from which edition it is
public record PosterPage(
        String title,
        List<Tile> tiles,
        List<Row> rows,
        String foot,
        boolean pictured,
        Standing standing,
        String source,
        Medium medium) {

    private static final int FEW = 12;

    /// What a heading takes, in letters.
    private static final int HEADING = 40;

    /// A rule, under a heading that may be empty; or something asked about, whose answer is `yes`,
    /// `ask` or `no`.
    public record Tile(String text, String picture, String answer, String under) {

        /// The answer in a child's words.
        public String word() {
            return switch (answer) {
                case "yes" -> "Yes";
                case "ask" -> "Ask first";
                case "no" -> "No";
                default -> "";
            };
        }
    }

    public record Row(String label, String word, String when, String answer) {}

    public record Section(String heading, List<Tile> tiles) {}

    public PosterPage {
        tiles = List.copyOf(tiles);
        rows = List.copyOf(rows);
    }

    public boolean print() {
        return medium == Medium.PRINT;
    }

    public List<Section> sections() {
        var sections = new ArrayList<Section>();
        for (var tile : tiles) {
            if (sections.isEmpty() || !sections.getLast().heading().equals(tile.under())) {
                sections.add(new Section(tile.under(), new ArrayList<>()));
            }
            sections.getLast().tiles().add(tile);
        }
        return sections;
    }

    /// The tiles in rows, as a sheet of paper has them.
    public List<List<Tile>> grid() {
        int across = tiles.size() > FEW ? 4 : 3;
        var grid = new ArrayList<List<Tile>>();
        for (int from = 0; from < tiles.size(); from += across) {
            grid.add(tiles.subList(from, Math.min(from + across, tiles.size())));
        }
        return grid;
    }

    /// How large the type is, so that all of it stands on one sheet.
    public String size() {
        if (pictured) {
            return grid().size() > 4 ? "s" : grid().size() > 3 ? "m" : "l";
        }
        int words =
                tiles.stream().mapToInt(tile -> tile.text().length()).sum()
                        + rows.stream()
                                .mapToInt(row -> row.label().length() + row.when().length() + 30)
                                .sum();
        words += sections().size() * HEADING;
        return words > 1150 ? "s" : words > 650 ? "m" : "l";
    }
}
