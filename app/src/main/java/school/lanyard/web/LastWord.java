// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/// Answers what the server refuses before Lanyard sees it, such as headers that are too long: a
/// plain page of our own, which names no program and no place in one.
public final class LastWord extends ErrorReportValve {

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            </head>
            <body>
            <h1>%1$s</h1>
            <p>%2$s</p>
            <p>If a child may be at risk now, do not wait: speak to your designated safeguarding lead.</p>
            <p><a href="/">Go to the home page</a></p>
            </body>
            </html>
            """;

    public LastWord() {
        setShowReport(false);
        setShowServerInfo(false);
    }

    /// Puts it in place, for a host that is just being made.
    @Component
    static final class Placing
            implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(LastWord.class.getName());
                    host.getPipeline().addValve(new LastWord());
                }
            });
        }

        /// After the framework's own, so that this is asked first.
        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var page =
                status < 500
                        ? PAGE.formatted(
                                "We could not read what your browser sent",
                                "Close the browser and open it again. If that does not help, clear"
                                        + " its cookies for this site.")
                        : PAGE.formatted(
                                "Sorry, something went wrong",
                                "Nothing was saved. Go back and try again in a few minutes.");
        var bytes = page.getBytes(StandardCharsets.UTF_8);
        try {
            response.setContentType("text/html");
            response.setCharacterEncoding("utf-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Content-Security-Policy", "default-src 'none'");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // Nobody is there to read it any more.
        }
    }
}
