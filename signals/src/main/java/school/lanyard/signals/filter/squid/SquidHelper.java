// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.squid;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.function.Supplier;

/// Answers Squid's questions in batches: everything that has come is answered in one write.
///
/// A line is `[channel] URL [user] [client] …`; its answer `[channel] OK tag=… message=…` means
/// that the address is blocked, `[channel] ERR` that it is not, and `[channel] BH` that the line
/// made no sense: Squid then refuses the request, so that what cannot be read is not let through.
public final class SquidHelper {

    private static final int BUFFER = 1 << 18;

    private final Supplier<SquidAnswers> answers;

    /// `answers` is asked once for each batch, so that a new index or a new hour takes effect
    /// between two batches.
    public SquidHelper(Supplier<SquidAnswers> answers) {
        this.answers = answers;
    }

    /// Answers until Squid closes the line.
    public void serve(ReadableByteChannel in, WritableByteChannel out) throws IOException {
        var questions = ByteBuffer.allocate(BUFFER);
        var replies = new Replies();
        boolean skipping = false;
        while (in.read(questions) >= 0) {
            int whole = lastLine(questions);
            if (whole > 0) {
                skipping = answer(questions.array(), whole, replies, skipping);
                keepRest(questions, whole);
                replies.writeTo(out);
            }
            if (!questions.hasRemaining()) {
                if (!skipping) {
                    answers.get().refuse(questions.array(), questions.position(), replies);
                    replies.writeTo(out);
                }
                skipping = true;
                questions.clear();
            }
        }
        if (questions.position() > 0 && !skipping) {
            answers.get().line(questions.array(), 0, questions.position(), replies);
            replies.writeTo(out);
        }
    }

    private static int lastLine(ByteBuffer questions) {
        int at = questions.position();
        while (at > 0 && questions.get(at - 1) != '\n') {
            at--;
        }
        return at;
    }

    private static void keepRest(ByteBuffer questions, int whole) {
        questions.flip().position(whole);
        questions.compact();
    }

    /// Answers each line; the rest of one that was too long has been answered already.
    private boolean answer(byte[] lines, int whole, Replies replies, boolean skipFirst) {
        var now = answers.get();
        boolean skip = skipFirst;
        int start = 0;
        for (int at = 0; at < whole; at++) {
            if (lines[at] == '\n') {
                if (!skip) {
                    now.line(lines, start, at, replies);
                }
                skip = false;
                start = at + 1;
            }
        }
        return false;
    }
}
