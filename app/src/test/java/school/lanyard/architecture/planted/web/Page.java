// SPDX-License-Identifier: Apache-2.0
package school.lanyard.architecture.planted.web;

import org.jooq.DSLContext;

/// A page that queries.
record Page(DSLContext sql) {}
