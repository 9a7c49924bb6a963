// SPDX-License-Identifier: Apache-2.0
package school.lanyard.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Runs a script of the repository's `bin` in an environment of the test's own.
record Script(int exit, String said) {

    static Script run(Map<String, String> environment, String name, String... arguments)
            throws IOException, InterruptedException {
        var script = Path.of("..", "bin", name).toAbsolutePath().normalize().toString();
        return run(environment, Stream.concat(Stream.of(script), Stream.of(arguments)).toList());
    }

    static Script run(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv("PATH"));
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Script(process.waitFor(), said);
    }
}
