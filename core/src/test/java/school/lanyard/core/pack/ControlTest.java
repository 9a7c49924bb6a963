// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ControlTest {

    @ParameterizedTest
    @EnumSource
    void is_in_the_documents_as_it_says_itself(Control control) throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "pack-format.md")))
                .contains("| `%s` | %s |".formatted(control.key(), control.says()));
    }
}
