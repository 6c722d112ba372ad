using ProjectCycle.Domain;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Matchmaking;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Matchmaking;

/// <summary>Why this one.</summary>
public sealed class ChoiceForm
{
    public string Reason { get; set; } = "";
}

/// <summary>Chooses a candidate, or says what stands against it.</summary>
public sealed class ChooseModel(ProjectPage projects, CurrentUser me, Comparison comparison, ChoosePartner choose, Texts texts)
    : WorkFormModel<ChoiceForm>(projects, me, texts)
{
    public override string Part => WorkParts.Matchmaking;
    public override string Title => Texts["matchmaking.choose-for", Column?.Candidate.Name ?? ""];

    /// <summary>The candidate; null when it was taken away after the form was opened.</summary>
    public CandidateColumn? Column { get; private set; }

    protected override async Task<(ChoiceForm Input, int Version)?> ReadAsync(Guid id, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return Column is { } found ? (Input, found.Candidate.Version) : null;
    }

    protected override async Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation) =>
        (await choose.ChooseAsync(Id ?? Guid.Empty, Input.Reason, Version, cancellation)).Refusals;

    /// <summary>A choice is withdrawn where it is shown.</summary>
    protected override Task<Outcome<Done>> RemoveAsync(Guid id, CancellationToken cancellation) =>
        Task.FromResult<Outcome<Done>>(new Refusal("not-found"));

    protected override async Task LoadAsync(CancellationToken cancellation) =>
        Column = (await comparison.OfAsync(Project.Id, cancellation)).Candidates.FirstOrDefault(column => column.Candidate.Id == Id);
}
