using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Features.Ledger.Withdrawals;

namespace ProjectCycle.Features.Ledger.Import;

/// <summary>Leads new applications through the steps they made on paper, each by the use case of that step and on its own day.</summary>
public sealed class PaperTrail(AppDbContext db, TakeOverWithdrawal takeOver, DisallowLine disallow, MoveWithdrawal move)
{
    /// <summary>Sent, what the donor did not pay, approved: before payments are booked.</summary>
    internal async Task SendAsync(ImportRun run, CancellationToken cancellation)
    {
        foreach (var row in run.Upload.Of(LedgerSheet.Lines).Except(run.Taken.Select(taken => taken.Row)).Except(run.Same))
        {
            if (run.Applications.GetValueOrDefault(row.Value<int>(nameof(WithdrawalLine.ApplicationId))) is { } application)
                run.Broken.Add(application.Id);
        }
        foreach (var (row, id, steps) in New(run))
        {
            if (steps.SubmittedOn is { } sentOn)
                Tell(run, row, id, nameof(steps.SubmittedOn), (await takeOver.HandleAsync(id, sentOn, run.FileName, cancellation)).Refusals);
        }
        await DisallowAsync(run, cancellation);
        foreach (var (row, id, steps) in New(run))
        {
            if (steps.ApprovedOn is { } approvedOn)
                await StepAsync(run, row, id, WithdrawalStep.Approve, approvedOn, nameof(steps.ApprovedOn), "", cancellation);
        }
        db.ChangeTracker.Clear();
    }

    /// <summary>The notice, reconciled and closed: once payments are booked.</summary>
    internal async Task CloseAsync(ImportRun run, CancellationToken cancellation)
    {
        foreach (var (row, id, steps) in New(run))
        {
            if (steps.NoticeOn is { } noticeOn)
                await StepAsync(run, row, id, WithdrawalStep.BookNotice, noticeOn, nameof(steps.NoticeOn), steps.NoticeNumber, cancellation);
            if (steps.ClosedOn is not { } closedOn)
                continue;
            await StepAsync(run, row, id, WithdrawalStep.Reconcile, closedOn, nameof(steps.ClosedOn), "", cancellation);
            await StepAsync(run, row, id, WithdrawalStep.Close, closedOn, nameof(steps.ClosedOn), "", cancellation);
        }
        db.ChangeTracker.Clear();
    }

    private async Task DisallowAsync(ImportRun run, CancellationToken cancellation)
    {
        foreach (var (row, id, _) in run.Taken.Where(taken => taken.Row.Sheet == LedgerSheet.Lines && taken.Row.Values.ContainsKey(nameof(WithdrawalLine.Disallowed))).ToList())
        {
            var line = await db.WithdrawalLines.AsNoTracking().FirstAsync(l => l.Id == id, cancellation);
            if (run.Broken.Contains(line.ApplicationId))
                continue;
            var input = new DisallowInput { Amount = row.Value<decimal>(nameof(line.Disallowed)), Reason = row.Value<IneligibleReason?>(nameof(line.DisallowedFor)) };
            foreach (var problem in (await disallow.HandleAsync(id, input, await VersionAsync(line.ApplicationId, cancellation), cancellation)).Refusals)
                Tell(run, row, line.ApplicationId, problem.Field == nameof(input.Reason) ? nameof(line.DisallowedFor) : nameof(line.Disallowed), [problem]);
            db.ChangeTracker.Clear();
        }
    }

    private async Task StepAsync(ImportRun run, LedgerSheetRow row, Guid id, WithdrawalStep step, DateOnly on, string field, string notice, CancellationToken cancellation)
    {
        if (run.Broken.Contains(id))
            return;
        var input = new WithdrawalStepInput { ApplicationId = id, Step = step, On = on, NoticeNumber = notice, Version = await VersionAsync(id, cancellation) };
        Tell(run, row, id, field, (await move.HandleAsync(input, cancellation)).Refusals);
    }

    private static List<(LedgerSheetRow Row, Guid Id, PaperSteps Steps)> New(ImportRun run) =>
        [.. run.Taken.Where(taken => taken.Row.Sheet == LedgerSheet.Applications && taken.Before is null && !run.Broken.Contains(taken.Id)).Select(taken => (taken.Row, taken.Id, PaperSteps.Of(taken.Row)))];

    private Task<int> VersionAsync(Guid id, CancellationToken cancellation) => db.Withdrawals.Where(a => a.Id == id).Select(a => a.Version).FirstAsync(cancellation);

    private static void Tell(ImportRun run, LedgerSheetRow row, Guid application, string field, IReadOnlyList<Refusal> refusals)
    {
        foreach (var problem in refusals)
        {
            run.Refuse(row, problem, field);
            run.Broken.Add(application);
        }
    }
}
