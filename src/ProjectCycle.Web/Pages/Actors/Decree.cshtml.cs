using ProjectCycle.Domain;
using ProjectCycle.Features.Actors;
using ProjectCycle.Features.Work;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Actors;

/// <summary>The inputs, as <see cref="DecreeInput"/> names them.</summary>
public sealed class DecreeForm
{
    public string DecreeNumber { get; set; } = "";
    public DateOnly? DecreedOn { get; set; }
    public string Note { get; set; } = "";
}

/// <summary>The decree that set up a unit's team.</summary>
public sealed class DecreeModel(TeamQueries teams, SaveDecree save, Texts texts) : TeamFormModel<DecreeForm>(teams, texts)
{
    protected override (DecreeForm Input, int Version)? Read() => View.Team is not { } team
        ? (new DecreeForm(), Workbench.NotYet)
        : (new DecreeForm { DecreeNumber = team.DecreeNumber, DecreedOn = team.DecreedOn, Note = team.Note }, team.Version);

    protected override async Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation)
    {
        var input = new DecreeInput { DecreeNumber = Input.DecreeNumber, DecreedOn = Input.DecreedOn, Note = Input.Note };
        return (await save.HandleAsync(UnitId, input, Version, cancellation)).Refusals;
    }

    protected override Task<Outcome<Done>> RemoveAsync(Guid id, CancellationToken cancellation) => throw new NotSupportedException("The address names no row.");
}
