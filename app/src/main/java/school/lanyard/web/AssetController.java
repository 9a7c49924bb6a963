// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;

/// Sends assets to anybody, to be kept for a year.
@Controller
class AssetController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    @MayCall(Caller.ANYONE)
    @GetMapping("/assets/{version}/{name}")
    ResponseEntity<byte[]> asset(
            @PathVariable String version,
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "")
                    String encodings) {
        var asset = assets.find(version, name);
        if (asset == null) {
            return ResponseEntity.notFound().build();
        }
        return encodings.contains("gzip")
                ? sent(asset).header(HttpHeaders.CONTENT_ENCODING, "gzip").body(asset.gzip())
                : sent(asset).body(asset.plain());
    }

    private static ResponseEntity.BodyBuilder sent(Asset asset) {
        return ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .contentType(MediaType.parseMediaType(asset.type()));
    }
}
