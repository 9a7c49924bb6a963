// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/// Makes the commands, telling those that run the server which application it is.
record Commands(Class<?> application) implements IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == ServeCommand.class) {
            return type.cast(new ServeCommand(application));
        }
        if (type == RehearseServerCommand.class) {
            return type.cast(new RehearseServerCommand(application));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
