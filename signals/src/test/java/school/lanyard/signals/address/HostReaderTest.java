// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import school.lanyard.signals.address.HostReader.Kind;

class HostReaderTest {

    private final HostReader host = new HostReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bad.example",
                "BAD.Example",
                "bad.example.",
                "bad.example..",
                "bad.example:443",
                "http://bad.example",
                "https://bad.example/path?q=good.example#x",
                "https://user@bad.example/",
                "https://good.example@bad.example/",
                "https://good.example%2F@bad.example/",
                "https://user:word@bad.example:8443/",
                "http://b%61d.example/",
                "http://BAD%2eexample/",
                "ｂａｄ.ｅｘａｍｐｌｅ",
                "bad。example",
                "bad\u00ad.exam\u200bple",
                "//bad.example/x",
                "bad.example/path",
                "bad.example?x",
                "http://bad.example#@good.example"
            })
    void every_spelling_of_a_host_is_its_plain_form(String written) {
        assertThat(host.read(written)).isEqualTo(Kind.NAME);
        assertThat(host.name()).isEqualTo("bad.example");
    }

    @ParameterizedTest
    @CsvSource({
        "bücher.example, xn--bcher-kva.example",
        "BÜCHER.example, xn--bcher-kva.example",
        "XN--BCHER-KVA.example, xn--bcher-kva.example",
        "b%C3%BCcher.example, xn--bcher-kva.example",
        "faß.example, xn--fa-hia.example",
        "παράδειγμα.example, xn--hxajbheg2az3al.example",
        "例え.テスト, xn--r8jz45g.xn--zckzah",
        "пример.example, xn--e1afmkfd.example"
    })
    void other_alphabets_are_read_as_browsers_send_them(String written, String ascii) {
        assertThat(host.read("https://" + written + "/")).isEqualTo(Kind.NAME);
        assertThat(host.name()).isEqualTo(ascii);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "http://192.0.2.1:80/, 192.0.2.1",
        "http://3221225985/, 192.0.2.1",
        "http://0xC0000201/, 192.0.2.1",
        "http://0300.0.02.01/, 192.0.2.1",
        "http://192.0.513/, 192.0.2.1",
        "http://192.513/, 192.0.2.1",
        "http://0xc0.0.2.1./, 192.0.2.1",
        "http://１９２.0.2.1/, 192.0.2.1",
        "http://[::ffff:192.0.2.1]/, 192.0.2.1",
        "http://[::FFFF:C000:0201]:80/, 192.0.2.1",
        "http://[2001:DB8:0:0:0:0:0:1]/, [2001:db8::1]",
        "http://[2001:db8::1]:8080/x, [2001:db8::1]",
        "'http://[fe80::1%25eth0]/', [fe80::1]",
        "http://[::]/, [::]",
        "http://[1:2:3:4:5:6:7:8]/, [1:2:3:4:5:6:7:8]"
    })
    void every_spelling_of_an_ip_address_is_one(String written, String plain) {
        assertThat(host.read(written)).isEqualTo(Kind.ADDRESS);
        assertThat(host.name()).isEqualTo(plain);
        assertThat(host.suffixes()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http:///path",
                "http://%2e/",
                "http://%c2%ad/",
                "http://a..b/",
                "http://b%2561d.example/",
                "http://bad%zz.example/",
                "http://bad .example/",
                "http://good.example\\@bad.example/",
                "http://[2001:db8/",
                "http://[::1::2]/",
                "http://256.1.1.1/",
                "http://1.2.3.4.5/",
                "http://0xfffffffff/",
                "http://user@/",
                "bad.example:port",
                "."
            })
    void what_no_browser_would_accept_is_unreadable(String written) {
        assertThat(host.read(written)).isEqualTo(Kind.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "/", "error:invalid-request", "/only/a/path"})
    void what_has_no_host_has_none(String written) {
        assertThat(host.read(written)).isEqualTo(Kind.NONE);
    }

    @Test
    void a_name_is_covered_by_itself_and_all_above() {
        host.read("www.maps.example.co.uk");
        assertThat(host.suffixes()).isEqualTo(5);
        assertThat(host.name().substring(host.start(0))).isEqualTo("uk");
        assertThat(host.name().substring(host.start(2))).isEqualTo("example.co.uk");
        assertThat(host.start(4)).isZero();
    }

    @Test
    void the_longest_name_is_read_and_a_longer_one_is_not() {
        var longest = "a.".repeat(126) + "b";
        assertThat(host.read(longest)).isEqualTo(Kind.NAME);
        assertThat(host.suffixes()).isEqualTo(127);
        assertThat(host.read("c" + longest)).isEqualTo(Kind.UNREADABLE);
    }

    /// The same host has the same hashes, whatever it was read after.
    @ParameterizedTest
    @MethodSource("seeds")
    void nothing_is_left_over_from_the_address_before(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 200; i++) {
            var noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            host.read(noise, 0, noise.length);
            host.read(new String(noise, StandardCharsets.ISO_8859_1));
            assertThat(host.read("http://www.example.co.uk/x")).isEqualTo(Kind.NAME);
            var fresh = new HostReader();
            fresh.read("www.example.co.uk");
            for (int s = 0; s < 4; s++) {
                assertThat(host.hash(s)).isEqualTo(fresh.hash(s));
            }
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }
}
