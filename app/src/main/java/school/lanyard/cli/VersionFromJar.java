// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// Says which build this is, from the jar it came in.
public final class VersionFromJar implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var version = getClass().getPackage().getImplementationVersion();
        return new String[] {
            "lanyard " + Objects.requireNonNullElse(version, "(not from a jar)"),
            "Java " + Runtime.version()
        };
    }
}
