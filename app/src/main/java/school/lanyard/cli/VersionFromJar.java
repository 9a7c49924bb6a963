// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// Says which build this is, from the jar it came in.
public final class VersionFromJar implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"lanyard " + number(), "Java " + Runtime.version()};
    }

    static String number() {
        return Objects.requireNonNullElse(
                VersionFromJar.class.getPackage().getImplementationVersion(), "(not from a jar)");
    }
}
