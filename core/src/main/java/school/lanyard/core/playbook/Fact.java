// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import java.util.List;
import java.util.Map;

/// Something that conditions may ask about, with its type and the words for it.
public sealed interface Fact {
    String key();

    String label();

    boolean accepts(Value value);

    /// Every answer there is, in the order in which to offer them.
    List<Value> answers();

    record YesNo(String key, String label) implements Fact {
        @Override
        public boolean accepts(Value value) {
            return value instanceof Value.YesNo;
        }

        @Override
        public List<Value> answers() {
            return List.of(Value.yes(), Value.no());
        }
    }

    /// One of several options.
    ///
    /// @param options the words for each option, by key
    record OneOf(String key, String label, Map<String, String> options) implements Fact {
        public OneOf {
            options = Ordered.copyOf(options);
            if (options.size() < 2) {
                throw new IllegalArgumentException(
                        "the fact " + key + " needs at least two options");
            }
        }

        @Override
        public boolean accepts(Value value) {
            return value instanceof Value.Option(var option) && options.containsKey(option);
        }

        @Override
        public List<Value> answers() {
            return options.keySet().stream().map(Value::option).toList();
        }
    }
}
