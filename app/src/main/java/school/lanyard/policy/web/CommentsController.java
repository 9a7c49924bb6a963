// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.core.comparison.Comparison;
import school.lanyard.core.pack.Capability;
import school.lanyard.core.pack.Clause;
import school.lanyard.core.pack.Pack;
import school.lanyard.policy.Adoption;
import school.lanyard.policy.Adoptions;
import school.lanyard.policy.Colleagues;
import school.lanyard.policy.Comment;
import school.lanyard.policy.Comments;
import school.lanyard.policy.Editions;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.Times;

/// What staff and governors read of a draft, and what they say about it.
@Controller
public final class CommentsController {

    static final String ADDRESS = NextEditionController.ADDRESS + "/comments";
    static final String TEXT = NextEditionController.ADDRESS + "/text";

    private final Adoptions adoptions;
    private final Comments comments;
    private final Editions editions;
    private final Colleagues colleagues;

    CommentsController(
            Adoptions adoptions, Comments comments, Editions editions, Colleagues colleagues) {
        this.adoptions = adoptions;
        this.comments = comments;
        this.editions = editions;
        this.colleagues = colleagues;
    }

    public record Said(String words, String by, String at) {}

    /// One comment and its answers.
    ///
    /// @param part what it is about, in words
    /// @param clause what the clause says that it is about; empty where it is about none
    public record Line(
            String id, String part, String clause, Said said, List<Said> answers, Form form) {}

    /// Everything that was said, with a box to say something.
    ///
    /// @param about the part that a new comment is about; empty for the whole
    public record CommentsPage(
            Form form,
            boolean open,
            String about,
            String part,
            String clause,
            List<Line> lines,
            boolean mayAnswer,
            String comparison) {}

    /// A heading of the draft and its clauses.
    public record Section(String title, List<Clause> clauses) {}

    /// Something else to comment on, such as a table.
    public record Other(String about, String title) {}

    /// The draft as something to read.
    public record TextPage(
            String label, List<Section> sections, List<Other> others, boolean open) {}

    @MayCall({Caller.STAFF, Caller.GOVERNOR})
    @GetMapping(ADDRESS)
    ModelAndView list(@RequestParam(defaultValue = "") String about, SignedIn who) {
        var open = adoptions.open(who.schoolId());
        return open.isEmpty()
                ? Pages.to(NextEditionController.ADDRESS)
                : Pages.form(
                        "policy/comments",
                        page(who, open.get(), Form.blank().with("about", about)));
    }

    @MayCall({Caller.STAFF, Caller.GOVERNOR})
    @PostMapping(ADDRESS)
    ModelAndView comment(
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn who,
            RedirectAttributes flash) {
        var open = adoptions.open(who.schoolId());
        if (open.isEmpty()) {
            return Pages.to(NextEditionController.ADDRESS);
        }
        var form = Form.of(typed);
        var words = form.required("words", "Write your comment");
        form.atMost("words", Comments.LONGEST, "Comment");
        var about = form.text("about");
        if (!about.isEmpty() && part(who, open.get(), about).isEmpty()) {
            form.reject("words", "There is no such part in the draft. Choose it again");
        }
        if (!form.refused()) {
            comments.add(who, open.get().draft().id(), about, words)
                    .ifPresent(why -> form.reject("words", why));
        }
        return form.refused()
                ? Pages.refused("policy/comments", page(who, open.get(), form))
                : Pages.to(ADDRESS, "Your comment is kept.", flash);
    }

    @MayCall(Caller.EDIT_POLICY)
    @PostMapping(ADDRESS + "/{comment:[0-9a-f-]{36}}/answers")
    ModelAndView answer(
            @PathVariable String comment,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn who,
            RedirectAttributes flash) {
        var field = "answer-" + comment;
        var form = Form.of(typed);
        var words = form.required(field, "Write your answer");
        form.atMost(field, Comments.LONGEST, "Answer");
        if (!form.refused()) {
            comments.answer(who, comment, words).ifPresent(why -> form.reject(field, why));
        }
        var open = adoptions.open(who.schoolId());
        return form.refused() && open.isPresent()
                ? Pages.refused("policy/comments", page(who, open.get(), form))
                : Pages.to(ADDRESS, form.refused() ? "Not done." : "Your answer is kept.", flash);
    }

    private CommentsPage page(SignedIn who, Adoption now, Form form) {
        var about = form.text("about");
        var part = part(who, now, about);
        return new CommentsPage(
                form,
                now.consultation() != null,
                part.isEmpty() ? "" : about,
                part,
                clause(who, now, about),
                comments.on(who.schoolId(), now.draft().id()).reversed().stream()
                        .map(each -> line(who, now, each, form))
                        .toList(),
                who.can(Capability.EDIT_POLICY),
                EditionsController.compare(
                        editions.running(who.schoolId()).id(), EditionsController.DRAFT));
    }

    private Line line(SignedIn who, Adoption now, Comment comment, Form form) {
        return new Line(
                comment.id(),
                comment.about().isEmpty() ? "The whole draft" : part(who, now, comment.about()),
                clause(who, now, comment.about()),
                new Said(
                        comment.words(),
                        colleagues.name(who.schoolId(), comment.by()),
                        Times.dayAndTime(comment.at())),
                comment.answers().stream()
                        .map(each ->
                                new Said(
                                        each.words(),
                                        colleagues.name(who.schoolId(), each.by()),
                                        Times.dayAndTime(each.at())))
                        .toList(),
                form);
    }

    /// What a key stands for in the draft, or in the edition in force if the draft drops it.
    private String part(SignedIn who, Adoption now, String about) {
        var pack = now.pack();
        var title = pack == null ? "" : Comparison.title(pack, about);
        return title.isEmpty() ? Comparison.title(running(who), about) : title;
    }

    private String clause(SignedIn who, Adoption now, String about) {
        var id = about.startsWith("clause:") ? about.substring("clause:".length()) : "";
        var pack = now.pack();
        var clause = pack == null ? null : pack.clauses().get(id);
        if (clause == null) {
            clause = running(who).clauses().get(id);
        }
        return clause == null ? "" : clause.says();
    }

    private Pack running(SignedIn who) {
        return editions.running(who.schoolId()).pack();
    }

    @MayCall({Caller.STAFF, Caller.GOVERNOR})
    @GetMapping(TEXT)
    ModelAndView text(SignedIn who) {
        var open = adoptions.open(who.schoolId());
        var pack = open.flatMap(Adoption::readable).orElse(null);
        if (open.isEmpty() || pack == null) {
            return Pages.to(NextEditionController.ADDRESS);
        }
        return Pages.of(
                "policy/draftText",
                new TextPage(
                        pack.label(),
                        sections(pack),
                        others(pack),
                        open.get().consultation() != null));
    }

    private static List<Section> sections(Pack pack) {
        return pack.headings().values().stream()
                .map(heading ->
                        new Section(
                                heading.title(),
                                pack.clauses().values().stream()
                                        .filter(each -> each.section().equals(heading.key()))
                                        .toList()))
                .filter(section -> !section.clauses().isEmpty())
                .toList();
    }

    private static List<Other> others(Pack pack) {
        var found = new java.util.ArrayList<Other>();
        pack.decisions()
                .forEach((key, table) -> found.add(new Other("decision:" + key, table.label())));
        pack.responses()
                .forEach((key, grid) -> found.add(new Other("response:" + key, grid.label())));
        pack.playbooks()
                .forEach((key, book) -> found.add(new Other("playbook:" + key, book.label())));
        return found;
    }
}
