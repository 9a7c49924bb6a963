// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.log.input;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;

/// Opens a log whether it is compressed or not: what it is shows in its first bytes, not its name.
public final class LogFiles {

    private static final int ZSTD = 0xfd2fb528;
    private static final int BUFFER = 1 << 16;

    private LogFiles() {}

    public static ReadableByteChannel open(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            int magic = magic(channel);
            if ((magic & 0xffff) == GZIPInputStream.GZIP_MAGIC) {
                return Channels.newChannel(new GZIPInputStream(stream(channel), BUFFER));
            }
            return magic == ZSTD
                    ? Channels.newChannel(new ZstdInputStream(stream(channel)).setContinuous(true))
                    : channel;
        } catch (IOException notThat) {
            channel.close();
            throw notThat;
        }
    }

    private static InputStream stream(FileChannel channel) {
        return new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
    }

    private static int magic(FileChannel channel) throws IOException {
        var first = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
        channel.read(first, 0);
        return first.getInt(0);
    }
}
