// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.lanyard.signals.filter.export.Exporter.Exported;
import school.lanyard.signals.filter.index.FilterIndex;
import school.lanyard.signals.filter.index.Held.Guarded;
import school.lanyard.signals.filter.index.IndexBuilder;
import school.lanyard.signals.filter.index.Listing;

class ExporterTest {

    private static FilterIndex index;

    @BeforeAll
    static void compile() throws IOException {
        var builder = new IndexBuilder(Guarded.NONE);
        int adult = builder.listing(new Listing("adult", "one"));
        int games = builder.listing(new Listing("games", "one"));
        var rules = builder.rules();
        rules.add("bad.example", adult, "one");
        rules.add("homes.example/~bad", adult, "one");
        rules.add("192.0.2.1", adult, "one");
        rules.add("play.example", games, "one");
        index = builder.inMemory();
    }

    private static String exported(ExportFormat format, long written, long left)
            throws IOException {
        var out = new StringBuilder();
        assertThat(new Exporter(index, Set.of("adult")).write(format, out))
                .isEqualTo(new Exported(written, left));
        return out.toString();
    }

    @Test
    void dnsmasq_is_told_that_the_name_does_not_exist() throws IOException {
        assertThat(exported(ExportFormat.DNSMASQ, 1, 2)).isEqualTo("local=/bad.example/\n");
    }

    @Test
    void a_zone_covers_the_name_and_what_is_below() throws IOException {
        assertThat(exported(ExportFormat.RPZ, 1, 2))
                .startsWith("$TTL 3600\n@ SOA ")
                .endsWith("bad.example CNAME .\n*.bad.example CNAME .\n");
    }

    @Test
    void e2guardian_gets_sites_and_addresses_apart() throws IOException {
        assertThat(exported(ExportFormat.E2GUARDIAN_SITES, 2, 1).lines())
                .containsExactlyInAnyOrder("bad.example", "192.0.2.1");
        assertThat(exported(ExportFormat.E2GUARDIAN_URLS, 1, 2)).isEqualTo("homes.example/~bad\n");
    }

    @Test
    void no_category_means_all() throws IOException {
        var out = new StringBuilder();
        new Exporter(index, Set.of()).write(ExportFormat.E2GUARDIAN_SITES, out);
        assertThat(out.toString()).contains("play.example");
    }
}
