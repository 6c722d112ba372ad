using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Audit;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger.Withdrawals;

/// <summary>An application that somebody acts on.</summary>
/// <param name="Application">Tracked.</param>
/// <param name="Financing">What it draws on.</param>
/// <param name="Place">Its project.</param>
public sealed record WithdrawalCase(WithdrawalApplication Application, Financing Financing, WorkPlace Place);

/// <summary>What a category of an application asks for, in its minor units.</summary>
/// <param name="Claimed">The sum of the lines.</param>
/// <param name="Disallowed">What the donor does not pay of it.</param>
/// <param name="Paid">What it has paid, less what was taken back.</param>
public sealed record WithdrawalSum(Guid CategoryId, long Claimed, long Disallowed, long Paid)
{
    /// <summary>What the donor pays of it.</summary>
    public long Approved => Claimed - Disallowed;
}

/// <summary>
/// Where use cases on an application begin and end, in turn with all others on the project's ledger. Whatever touches its amounts raises
/// the application's version too: of two who looked at the same figures the second is told, so that no more is ever paid than was approved.
/// </summary>
public sealed class WithdrawalBench(AppDbContext db, Workbench bench, CurrentUser user, TimeProvider clock)
{
    /// <summary>Acts on an application when its turn has come, if the person may use <paramref name="right"/> on it.</summary>
    public Task<Outcome<T>> OnAsync<T>(Guid id, Right right, Func<WithdrawalCase, Task<Outcome<T>>> act, CancellationToken cancellation) => db.InTurnAsync(
        async () =>
        {
            await db.TakeTurnOfAsync(id, cancellation);
            var found = await FindAsync(id, right, cancellation);
            return found.Succeeded ? await act(found.Value) : found.Refusals.ToList();
        },
        cancellation);

    private async Task<Outcome<WithdrawalCase>> FindAsync(Guid id, Right right, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<WithdrawalApplication>(id, right, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        var (application, place) = found.Value;
        return new WithdrawalCase(application, await db.Financings.FirstAsync(f => f.Id == application.FinancingId, cancellation), place);
    }

    /// <summary>The unit's business date.</summary>
    public DateOnly Today(WithdrawalCase found) => bench.Today(found.Place);

    /// <summary>What it asks for and what was paid, by category: reckoned by the database.</summary>
    public async Task<IReadOnlyList<WithdrawalSum>> SumsAsync(Guid application, CancellationToken cancellation)
    {
        var claimed = await db.WithdrawalLines.Where(l => l.ApplicationId == application).GroupBy(l => l.CategoryId)
            .Select(g => new { g.Key, Claimed = g.Sum(l => l.Claimed), Disallowed = g.Sum(l => l.Disallowed) }).ToListAsync(cancellation);
        var paid = await db.Disbursements.Where(d => d.ApplicationId == application).GroupBy(d => d.CategoryId)
            .Select(g => new { g.Key, Paid = g.Sum(d => d.Paid) }).ToDictionaryAsync(g => g.Key, g => g.Paid, cancellation);
        return [.. claimed.Select(c => new WithdrawalSum(c.Key, c.Claimed, c.Disallowed, paid.GetValueOrDefault(c.Key)))];
    }

    /// <summary>Makes a step and writes it into the history; nothing is saved yet.</summary>
    /// <param name="found">The application.</param>
    /// <param name="step">The step.</param>
    /// <param name="facts">What decides over it.</param>
    /// <param name="on">Its business date.</param>
    /// <param name="note">Part of the history.</param>
    public Outcome<WithdrawalMove> Fire(WithdrawalCase found, WithdrawalStep step, WithdrawalFacts facts, DateOnly on, string note)
    {
        var fired = WithdrawalMachine.For(found.Application, facts).Fire(step, on, note.Trim(), Now);
        if (fired.Succeeded)
            db.Add(fired.Value);
        return fired;
    }

    /// <summary>UTC.</summary>
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What decides over the steps of the person.</summary>
    public WithdrawalFacts Facts(IReadOnlyList<WithdrawalSum> sums, string notice = "") =>
        new(user.Id, sums.Sum(s => s.Claimed) > 0, sums.Sum(s => s.Approved), sums.Sum(s => s.Paid), notice.Trim());

    /// <summary>The refusal that names who changed the application.</summary>
    public Task<Refusal> ToldAsync(WithdrawalApplication application, CancellationToken cancellation) =>
        db.ToldWhoWasFirstAsync(nameof(WithdrawalApplication), application.Id, cancellation);

    /// <summary>Saves, unless somebody else saved the application after <paramref name="version"/>, or the project at the same moment.</summary>
    public async Task<Outcome<Done>> SaveAsync(WithdrawalApplication application, int version, CancellationToken cancellation)
    {
        db.Expect(application, version);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return default(Done);
        }
        catch (DbUpdateConcurrencyException lost)
        {
            var isOfProject = lost.Entries.Any(entry => entry.Entity is Project);
            return await db.ToldWhoWasFirstAsync(isOfProject ? nameof(Project) : nameof(WithdrawalApplication), isOfProject ? application.ProjectId : application.Id, cancellation);
        }
    }
}
