// SPDX-License-Identifier: Apache-2.0
package school.lanyard.database;

import java.time.Instant;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/// Times are kept as milliseconds since 1970: they sort and compare alike on both databases.
public final class EpochMillis extends AbstractConverter<Long, Instant> {

    public EpochMillis() {
        super(Long.class, Instant.class);
    }

    @Override
    public @Nullable Instant from(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    @Override
    public @Nullable Long to(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
