using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Features.Identification;

namespace ProjectCycle.Features.Demo;

/// <summary>Work of identification is filled in by staff.</summary>
internal abstract record IdentificationAct(int Day) : Act(Day);

/// <summary>A row of the need and potential map.</summary>
internal sealed record Chart(int Day, NeedMapDetails Row) : IdentificationAct(Day);

/// <summary>A passage of a plan that the project serves.</summary>
internal sealed record Serve(int Day, PlanKind Plan, string Reference, string Says, string How, PlanFit Fit = PlanFit.Direct) : IdentificationAct(Day)
{
    /// <summary>RPJMD and the partner's programme, which complete the matrix; the texts are samples.</summary>
    public static IEnumerable<Act> Both(int day, string rpjmd, string programme, string how) =>
    [
        new Serve(day, PlanKind.Rpjmd, "Contoh: misi dan program", rpjmd, how),
        new Serve(day, PlanKind.PartnerProgramme, "Contoh: bidang prioritas", programme, how, PlanFit.Partial),
    ];
}

/// <summary>Points of the project's list are answered: those named are not met or not known, all the others met.</summary>
internal sealed record Judge(int Day, string Note, string List = "", params (string Point, RequirementState Answer)[] Except) : IdentificationAct(Day);

/// <summary>The concept note is written.</summary>
internal sealed record Draft(int Day, ConceptNoteInput Note) : IdentificationAct(Day);

/// <summary>Fills in what is known of a case's identification.</summary>
internal sealed class DemoIdentification(AppDbContext db, SaveNeedMapEntry map, SaveAlignment alignment, AnswerRequirements requirements, SaveConceptNote note)
{
    /// <summary>Why it was not taken; empty when it was.</summary>
    public async Task<IReadOnlyList<Refusal>> PlayAsync(string code, IdentificationAct act, CancellationToken cancellation) => act switch
    {
        Chart chart => (await map.AddAsync(code, chart.Row, cancellation)).Refusals,
        Serve serve => (await alignment.AddAsync(
            code, new AlignmentInput { Plan = serve.Plan, Reference = serve.Reference, Says = serve.Says, Serves = serve.How, Fit = serve.Fit }, cancellation)).Refusals,
        Judge judge => await JudgeAsync(code, judge, cancellation),
        Draft draft => (await note.AddAsync(code, draft.Note, cancellation)).Refusals,
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    private async Task<IReadOnlyList<Refusal>> JudgeAsync(string code, Judge judge, CancellationToken cancellation)
    {
        if (judge.List != "" && await requirements.ChooseAsync(code, judge.List, cancellation) is { Succeeded: false } refused)
            return refused.Refusals;
        db.ChangeTracker.Clear();
        var except = judge.Except.ToDictionary(e => e.Point, e => e.Answer);
        var inputs = RequirementLists.OrUsual(judge.List).Points.Select(point => new RequirementInput(point.Code, except.GetValueOrDefault(point.Code.Split('.')[1], RequirementState.Met), judge.Note, 0));
        return (await requirements.SaveAsync(code, [.. inputs], cancellation)).Refusals;
    }
}
