// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Templates are compiled with the program. While developing (`-Dlanyard.dev=<app/src/main/jte>`)
/// they are read again whenever they change.
@Configuration(proxyBeanMethods = false)
class Rendering {

    @Bean
    TemplateEngine templateEngine() {
        var folder = System.getProperty("lanyard.dev");
        return folder == null
                ? TemplateEngine.createPrecompiled(ContentType.Html)
                : TemplateEngine.create(
                        new DirectoryCodeResolver(Path.of(folder)), ContentType.Html);
    }

    @Bean
    Assets assets() {
        return Assets.load();
    }

    @Bean
    ViewResolver jteViewResolver(Templates templates, Shells shells) {
        return new JteViewResolver(templates, shells);
    }

    private record JteViewResolver(Templates templates, Shells shells)
            implements ViewResolver, Ordered {

        @Override
        public @Nullable View resolveViewName(String name, Locale locale) {
            return templates.has(name) ? new JteView(name, templates, shells) : null;
        }

        @Override
        public int getOrder() {
            return 0;
        }
    }
}
