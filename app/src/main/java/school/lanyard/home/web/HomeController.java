// SPDX-License-Identifier: Apache-2.0
package school.lanyard.home.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.home.AtHome;
import school.lanyard.home.HomeSource;
import school.lanyard.web.Card;
import school.lanyard.web.Pages;
import school.lanyard.web.Row;
import school.lanyard.web.Task;
import school.lanyard.web.Tone;

/// The first page: what needs me now? Whoever has two roles sees what each has for them, once.
@Controller
public final class HomeController {

    /// The page, with everything that two roles share said once.
    ///
    /// @param reports whether they may report a concern, and so have a list of what they sent
    public record HomePage(
            List<AtHome.Start> starts,
            List<Task> needs,
            List<Card> begun,
            List<Row> sent,
            List<Card> news,
            List<Card> places,
            List<String> limits,
            boolean reports) {}

    private final ObjectProvider<HomeSource> sources;

    HomeController(ObjectProvider<HomeSource> sources) {
        this.sources = sources;
    }

    @MayCall(Caller.SIGNED_IN)
    @GetMapping("/")
    ModelAndView home(SignedIn who) {
        var items =
                sources.orderedStream()
                        .flatMap(source -> source.items(who).stream())
                        .distinct()
                        .toList();
        var starts = of(items, AtHome.Start.class).toList();
        return Pages.of(
                "home/home",
                new HomePage(
                        starts,
                        of(items, AtHome.Need.class)
                                .sorted(Comparator.comparing(AtHome.Need::urgency))
                                .map(HomeController::task)
                                .toList(),
                        of(items, AtHome.Begun.class).map(AtHome.Begun::card).toList(),
                        of(items, AtHome.Sent.class).map(AtHome.Sent::row).toList(),
                        of(items, AtHome.News.class).map(AtHome.News::card).toList(),
                        of(items, AtHome.Place.class).map(AtHome.Place::card).toList(),
                        of(items, AtHome.Limit.class).map(AtHome.Limit::text).toList(),
                        !starts.isEmpty()));
    }

    private static <T extends AtHome> Stream<T> of(List<AtHome> items, Class<T> type) {
        return items.stream().filter(type::isInstance).map(type::cast);
    }

    private static Task task(AtHome.Need need) {
        var task = Task.of(need.title(), need.href(), status(need), tone(need));
        return need.detail().isEmpty() ? task : task.hint(need.detail());
    }

    private static String status(AtHome.Need need) {
        return switch (need.urgency()) {
            case NOW -> "Now";
            case OVERDUE -> "Overdue";
            case WAITING -> "Waiting";
            case OPEN -> "Open";
        };
    }

    private static Tone tone(AtHome.Need need) {
        return switch (need.urgency()) {
            case NOW -> Tone.RED;
            case OVERDUE -> Tone.ORANGE;
            case WAITING -> Tone.BLUE;
            case OPEN -> Tone.GREY;
        };
    }
}
