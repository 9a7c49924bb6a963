// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import school.lanyard.concerns.News;
import school.lanyard.web.Times;

/// What a reporter may know has become of a concern, in words.
final class NewsWords {

    private NewsWords() {}

    /// In a word or two, for a list.
    static String brief(News news) {
        return switch (news) {
            case News.Received _ -> "Received";
            case News.Opened _ -> "Being looked at";
            case News.Answered _ -> "Answered";
        };
    }

    /// In a sentence.
    static String of(News news) {
        return switch (news) {
            case News.Received _ -> "Received.";
            case News.Opened _ -> "Being looked at. Somebody it went to has opened it.";
            case News.Answered(var at) ->
                    "Answered. It was recorded on "
                            + Times.day(at)
                            + " that somebody came back to you.";
        };
    }
}
