// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

/// One of the areas into which online risk is sorted, such as content or contact.
public record RiskArea(String key, String label, String means) {}
