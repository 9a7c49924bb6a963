// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.demo;

import school.lanyard.signals.detect.Alert.Kind;

/// Something put into an invented log that must be found there. `about` is the term or the site;
/// `user` is `-` for a device that nobody is signed in at.
public record Planted(Kind kind, String user, String address, String about) {}
