// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import gg.jte.TemplateEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The printer that the server uses, with the server's own templates.
@Configuration(proxyBeanMethods = false)
class PrinterSetUp {

    @Bean
    Printer printer(TemplateEngine templates) {
        return new Printer(templates);
    }
}
