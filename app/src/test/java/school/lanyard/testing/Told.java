// SPDX-License-Identifier: Apache-2.0
package school.lanyard.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import school.lanyard.cli.CommandLines;
import school.lanyard.database.DataHome;
import school.lanyard.database.DatabasePlace;

/// What a command said and how it ended.
public record Told(int exit, String out, String err) {

    public static Told by(Object command, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        CommandLine line =
                CommandLines.of(command).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        var exit = line.execute(arguments);
        return new Told(exit, out.toString(), err.toString());
    }

    /// As {@link #by}, naming an installation.
    public static Told by(Object command, DataHome home, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", home.directory().toString()));
        if (home.database() instanceof DatabasePlace.Postgres(var url)) {
            all.addAll(List.of("--database", url));
        }
        return by(command, all.toArray(String[]::new));
    }
}
