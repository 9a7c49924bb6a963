// SPDX-License-Identifier: Apache-2.0
package school.lanyard.architecture.planted.unmarked;

/// In a package that nobody marked.
class Unmarked {}
