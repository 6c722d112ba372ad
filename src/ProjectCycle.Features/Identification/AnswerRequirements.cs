using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Audit;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Identification;

/// <summary>What is said of one point.</summary>
/// <param name="Version">Of the answer as it was shown; 0 where there was none.</param>
public sealed record RequirementInput(string PointCode, RequirementState Answer, string Note, int Version);

/// <summary>Says which requirements a project meets, and by which list it is judged.</summary>
public sealed class AnswerRequirements(AppDbContext db, CurrentUser user, Workbench bench, TimeProvider clock)
{
    /// <summary>Saves the answers that differ from those that stand: all of them, or none when somebody else was first with one.</summary>
    /// <returns>How many were saved.</returns>
    public async Task<Outcome<int>> SaveAsync(string projectCode, IReadOnlyList<RequirementInput> inputs, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(projectCode, Rights.EditWork, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        var project = opened.Value.Id;
        if (inputs.SelectMany((input, i) => Faults(input, i)).ToList() is { Count: > 0 } faults)
            return faults;
        var chosen = await db.RequirementChoices.Where(c => c.ProjectId == project).Select(c => c.ListCode).FirstOrDefaultAsync(cancellation);
        if (inputs.Any(input => RequirementLists.OrUsual(chosen).Points.All(point => point.Code != input.PointCode)))
            return new Refusal("other-list");
        var stored = await db.RequirementAnswers.Where(a => a.ProjectId == project).ToDictionaryAsync(a => a.PointCode, cancellation);
        var changed = inputs.DistinctBy(input => input.PointCode).Where(input => Differs(input, stored.GetValueOrDefault(input.PointCode))).ToList();
        foreach (var input in changed)
            Fill(input, stored.GetValueOrDefault(input.PointCode), project);
        return await SaveOrTellAsync(changed.Count, project, cancellation);
    }

    /// <summary>Judges the project by another list; the answers to the one before are kept.</summary>
    public async Task<Outcome<Done>> ChooseAsync(string projectCode, string listCode, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(projectCode, Rights.EditWork, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        if (RequirementLists.Find(listCode) is null)
            return new Refusal("bad-value", "ListCode");
        var choice = await db.RequirementChoices.FirstOrDefaultAsync(c => c.ProjectId == opened.Value.Id, cancellation);
        if (choice is null)
            db.Add(choice = new RequirementChoice { ProjectId = opened.Value.Id, ListCode = listCode });
        choice.ListCode = listCode;
        return await db.SaveOrTellAsync(nameof(RequirementChoice), choice.Id, cancellation);
    }

    private static IEnumerable<Refusal> Faults(RequirementInput input, int index)
    {
        if (!Enum.IsDefined(input.Answer))
            yield return new Refusal("required", $"[{index}].{nameof(input.Answer)}");
        foreach (var fault in Fields.Text(input.Note, $"[{index}].{nameof(input.Note)}", RequirementAnswer.MaxNote))
            yield return fault;
    }

    private static bool Differs(RequirementInput input, RequirementAnswer? stored) =>
        (input.Answer, input.Note.Trim()) != (stored?.Answer ?? RequirementState.Unknown, stored?.Note ?? "");

    private void Fill(RequirementInput input, RequirementAnswer? answer, Guid project)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (answer is null)
            db.Add(answer = new RequirementAnswer { ProjectId = project, PointCode = input.PointCode, Answer = input.Answer, AnsweredById = user.Id, AnsweredAt = now });
        else
            db.Expect(answer, input.Version);
        answer.Answer = input.Answer;
        answer.Note = input.Note.Trim();
        answer.AnsweredById = user.Id;
        answer.AnsweredAt = now;
    }

    private async Task<Outcome<int>> SaveOrTellAsync(int count, Guid project, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return count;
        }
        catch (DbUpdateException lost) when (lost is DbUpdateConcurrencyException || lost.IsUniqueViolation())
        {
            var points = lost.Entries.Select(entry => entry.Entity).OfType<RequirementAnswer>().Select(a => a.PointCode).ToList();
            var first = await db.RequirementAnswers.AsNoTracking().Where(a => a.ProjectId == project && points.Contains(a.PointCode)).Select(a => a.Id).FirstOrDefaultAsync(cancellation);
            return await db.ToldWhoWasFirstAsync(nameof(RequirementAnswer), first, cancellation);
        }
    }
}
