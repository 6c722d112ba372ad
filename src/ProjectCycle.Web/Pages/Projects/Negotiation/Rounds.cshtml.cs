using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Negotiation;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Negotiation;

/// <summary>The rounds of the talks, the latest first, each with its five steps.</summary>
public sealed class RoundsModel(ProjectPage projects, CurrentUser me, RoundList rounds, Texts texts) : WorkPageModel(projects, me)
{
    public override string Part => WorkParts.Rounds;

    public IReadOnlyList<RoundRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Rows = await rounds.OfAsync(Project.Id, cancellation);

    /// <summary>What was noted at a step, with the word for each note; those that hold nothing are left out.</summary>
    public IEnumerable<(string Label, string Text)> Notes(NegotiationRound round, NegotiationStep step) =>
        NotesOf(round, step).Where(note => note.Text != "").Select(note => (texts[$"negotiation.round.{note.Key}"], note.Text));

    private static (string Key, string Text)[] NotesOf(NegotiationRound round, NegotiationStep step) => step switch
    {
        NegotiationStep.Preparation => [("background", round.Background), ("goal", round.Goal), ("strategy", round.Strategy)],
        NegotiationStep.Opening => [("working-language", round.WorkingLanguage), ("time-limit", round.TimeLimit), ("way-of-deciding", round.WayOfDeciding)],
        NegotiationStep.Statement => [("notes", round.StatementNote)],
        NegotiationStep.Discussion => [("notes", round.DiscussionNote)],
        NegotiationStep.Agreement => [("notes", round.AgreementNote)],
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}
