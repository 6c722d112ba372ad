using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Intent;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Intent;

/// <summary>A project's cooperation plan with its fields.</summary>
/// <param name="Plan">Null while no heading is filled in.</param>
/// <param name="Fields">In the order they were entered.</param>
public sealed record PlanView(CooperationPlan? Plan, IReadOnlyList<CooperationField> Fields)
{
    public bool IsComplete => CooperationPlan.IsComplete(Plan, Fields);

    /// <summary>What a side pays over all fields, by currency.</summary>
    public static IReadOnlyList<Money> Sums(IEnumerable<Money?> shares) =>
        [.. shares.OfType<Money>().GroupBy(share => share.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal)
            .Select(group => new Money(group.Sum(share => share.MinorUnits), group.Key))];
}

/// <summary>Reads letters of intent and cooperation plans of projects within the person's reach.</summary>
public sealed class IntentQueries(AppDbContext db, CurrentUser user)
{
    /// <summary>The project's letter: one query; null while there is none.</summary>
    public Task<LetterOfIntent?> LetterAsync(Guid project, CancellationToken cancellation) =>
        db.LettersOfIntent.AsNoTracking().FirstOrDefaultAsync(letter => Readable(project).Any(p => p.Id == letter.ProjectId), cancellation);

    /// <summary>The project's plan: two queries.</summary>
    public async Task<PlanView> PlanAsync(Guid project, CancellationToken cancellation)
    {
        var readable = Readable(project);
        return new PlanView(
            await db.CooperationPlans.AsNoTracking().FirstOrDefaultAsync(plan => readable.Any(p => p.Id == plan.ProjectId), cancellation),
            await db.CooperationFields.AsNoTracking().Where(field => readable.Any(p => p.Id == field.ProjectId)).OrderBy(field => field.Id).ToListAsync(cancellation));
    }

    private IQueryable<Project> Readable(Guid project) => db.Projects.Within(user.Scope(Rights.ViewProject)).Where(p => p.Id == project);
}
