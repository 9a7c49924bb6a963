// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter;

/// What holds for some people where no layer before says anything: mostly [Effect#ALLOW], for the
/// youngest perhaps [Effect#BLOCK].
public record Fallback(Who who, Effect effect, String note) {}
