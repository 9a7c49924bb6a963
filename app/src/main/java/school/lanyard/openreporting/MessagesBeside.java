// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting;

import java.util.List;
import org.springframework.stereotype.Component;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.Concerns;
import school.lanyard.concerns.RecordsBeside;

/// What a reporter without a name and the handlers wrote to each other. What handlers noted for
/// each other stays with them.
@Component
class MessagesBeside implements RecordsBeside {

    private final Conversations conversations;

    MessagesBeside(Conversations conversations) {
        this.conversations = conversations;
    }

    @Override
    public List<Entry> of(Viewer viewer, Concerns.Opened concern) {
        return conversations.of(viewer, concern.id()).stream()
                .flatMap(side -> side.messages().stream())
                .filter(message -> message.kind() != Message.Kind.NOTED)
                .map(message ->
                        new Entry(
                                message.at(),
                                message.by(),
                                message.kind() == Message.Kind.SAID
                                        ? "Message from the reporter"
                                        : "Answer to the reporter",
                                List.of(message.text()),
                                false))
                .toList();
    }
}
