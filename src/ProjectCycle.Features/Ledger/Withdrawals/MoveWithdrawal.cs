using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Ledger.Withdrawals;

/// <summary>A step somebody asks for.</summary>
public sealed record WithdrawalStepInput
{
    public required Guid ApplicationId { get; init; }
    public required WithdrawalStep Step { get; init; }

    /// <summary>The version of the application the person looked at.</summary>
    public required int Version { get; init; }

    /// <summary>Its business date; blank for today.</summary>
    public DateOnly? On { get; init; }

    /// <summary>What the donor asked, or why; asked for where <see cref="MoveWithdrawal.NeedsNote"/> says so.</summary>
    public string Note { get; init; } = "";

    /// <summary>Of the notice of disbursement, when that is booked.</summary>
    public string NoticeNumber { get; init; } = "";
}

/// <summary>A step as the page offers it.</summary>
/// <param name="Step">The step.</param>
/// <param name="Unmet">Codes of what does not hold; empty when it can be done.</param>
public sealed record WithdrawalStepView(WithdrawalStep Step, IReadOnlyList<string> Unmet);

/// <summary>
/// Leads an application on, or back: checks, signs, sends, answers, closes. Payments are booked by <see cref="BookPayment"/>. State,
/// history and audit are saved together, or nothing is.
/// </summary>
public sealed class MoveWithdrawal(WithdrawalBench bench, CurrentUser user)
{
    /// <summary>Makes the step, or says what stands in its way.</summary>
    public async Task<Outcome<WithdrawalState>> HandleAsync(WithdrawalStepInput input, CancellationToken cancellation) =>
        IsOfLedger(input.Step) || !Enum.IsDefined(input.Step)
            ? new Refusal("withdrawal-step-unknown", null, input.Step)
            : await bench.OnAsync(input.ApplicationId, RightFor(input.Step), found => MoveAsync(found, input, cancellation), cancellation);

    /// <summary>The steps from where it stands that the person may make, open or not; booking money is not among them.</summary>
    public async Task<IReadOnlyList<WithdrawalStepView>> StepsAsync(WithdrawalApplication application, CancellationToken cancellation)
    {
        // A notice number is asked for by the form: whether it is there does not close the step.
        var facts = bench.Facts(await bench.SumsAsync(application.Id, cancellation), notice: "-");
        return [.. WithdrawalMachine.For(application, facts).Steps()
            .Where(check => !IsOfLedger(check.Step) && user.Can(RightFor(check.Step)))
            .Select(check => new WithdrawalStepView(check.Step, check.Unmet))];
    }

    /// <summary>The right a step needs.</summary>
    public static Right RightFor(WithdrawalStep step) => step switch
    {
        WithdrawalStep.Check or WithdrawalStep.Redraft or WithdrawalStep.Cancel => Rights.EditWithdrawal,
        WithdrawalStep.SignFirst or WithdrawalStep.SignSecond => Rights.SignWithdrawal,
        WithdrawalStep.SubmitToMinistry or WithdrawalStep.SubmitToDonor or WithdrawalStep.Query or WithdrawalStep.Answer
            or WithdrawalStep.Return or WithdrawalStep.Approve or WithdrawalStep.Reject => Rights.SubmitWithdrawal,
        _ => Rights.BookPayment,
    };

    /// <summary>Steps that nobody understands later without a word.</summary>
    public static bool NeedsNote(WithdrawalStep step) =>
        step is WithdrawalStep.Query or WithdrawalStep.Return or WithdrawalStep.Reject or WithdrawalStep.Redraft or WithdrawalStep.Cancel;

    /// <summary>Steps that follow from a booking, or from an import of what was before.</summary>
    public static bool IsOfLedger(WithdrawalStep step) =>
        step is WithdrawalStep.PayPart or WithdrawalStep.PayRest or WithdrawalStep.ReversePart or WithdrawalStep.ReverseAll or WithdrawalStep.TakeOver;

    private async Task<Outcome<WithdrawalState>> MoveAsync(WithdrawalCase found, WithdrawalStepInput input, CancellationToken cancellation)
    {
        var (application, today) = (found.Application, bench.Today(found));
        if (Faults(input, today) is { Count: > 0 } faults)
            return faults;
        if (application.Version != input.Version)
            return await bench.ToldAsync(application, cancellation);
        var sums = await bench.SumsAsync(application.Id, cancellation);
        if (bench.Fire(found, input.Step, bench.Facts(sums, input.NoticeNumber), input.On ?? today, input.Note) is { Succeeded: false } refused)
            return refused.Refusals.ToList();
        var saved = await bench.SaveAsync(application, input.Version, cancellation);
        return saved.Succeeded ? application.State : saved.Refusals.ToList();
    }

    private static List<Refusal> Faults(WithdrawalStepInput input, DateOnly today)
    {
        var faults = (NeedsNote(input.Step) ? Fields.Required(input.Note, nameof(input.Note), max: 2000) : Fields.Text(input.Note, nameof(input.Note), max: 2000))
            .Concat(Fields.Date(input.On, nameof(input.On))).ToList();
        if (input.Step == WithdrawalStep.BookNotice)
            faults.AddRange(Fields.Required(input.NoticeNumber, nameof(input.NoticeNumber), max: 100));
        if (input.On > today)
            faults.Add(new Refusal("date-in-future", nameof(input.On)));
        return faults;
    }
}
