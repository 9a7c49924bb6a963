// SPDX-License-Identifier: Apache-2.0
package school.lanyard.training.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.training.Training;
import school.lanyard.web.Pages;
import school.lanyard.web.Row;

/// The training that somebody needs, had and is due.
@Controller
public class MyTrainingController {

    static final String ADDRESS = "/my-training";

    private final Training training;

    MyTrainingController(Training training) {
        this.training = training;
    }

    public record MinePage(List<Row> courses) {}

    @GetMapping(ADDRESS)
    @MayCall(Caller.SIGNED_IN)
    ModelAndView mine(SignedIn me) {
        return Pages.of(
                "training/mine",
                new MinePage(
                        training.of(me.schoolId(), me.personId()).stream()
                                .map(own ->
                                        Row.of(
                                                own.course().label(),
                                                Standings.words(own.trained())))
                                .toList()));
    }
}
