using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger.Withdrawals;

/// <summary>An application as a form hands it over: all but its lines.</summary>
public sealed record WithdrawalInput
{
    public Guid? FinancingId { get; init; }
    public WithdrawalProcedure Procedure { get; init; }

    /// <summary>The date it bears.</summary>
    public DateOnly? On { get; init; }

    public DateOnly? PeriodFrom { get; init; }
    public DateOnly? PeriodUntil { get; init; }

    /// <summary>ISO 4217; fixed once there are lines.</summary>
    public string CurrencyCode { get; init; } = "";

    public string Payee { get; init; } = "";
    public string Address { get; init; } = "";
    public string Bank { get; init; } = "";
    public string Branch { get; init; } = "";
    public string Account { get; init; } = "";
    public string Swift { get; init; } = "";
    public string Correspondent { get; init; } = "";
    public string Special { get; init; } = "";
    public string DonorReference { get; init; } = "";
    public string Remarks { get; init; } = "";
}

/// <summary>What the donor's letter of receipt says.</summary>
public sealed record ReceiptInput
{
    public string DonorReference { get; init; } = "";
    public DateOnly? ReceivedOn { get; init; }
    public string Remarks { get; init; } = "";
}

/// <summary>
/// Begins an application with the next number of its financing, and changes it while it is a draft or was returned. It is never
/// taken away, since its number would be missing: it is cancelled.
/// </summary>
public sealed class SaveWithdrawal(Workbench bench, WithdrawalBench withdrawals, AppDbContext db, CurrentUser user) : SaveMoneyRow<WithdrawalApplication, WithdrawalInput>(bench, db)
{
    protected override Right Right => Rights.EditWithdrawal;

    public override Task<WithdrawalInput> InputOfAsync(WithdrawalApplication row, CancellationToken cancellation) => Task.FromResult(new WithdrawalInput
    {
        FinancingId = row.FinancingId,
        Procedure = row.Procedure,
        On = row.On,
        PeriodFrom = row.PeriodFrom,
        PeriodUntil = row.PeriodUntil,
        CurrencyCode = row.CurrencyCode,
        Payee = row.Payment.Payee,
        Address = row.Payment.Address,
        Bank = row.Payment.Bank,
        Branch = row.Payment.Branch,
        Account = row.Payment.Account,
        Swift = row.Payment.Swift,
        Correspondent = row.Payment.Correspondent,
        Special = row.Payment.Special,
        DonorReference = row.DonorReference,
        Remarks = row.Remarks,
    });

    public override async Task<Outcome<Done>> RemoveAsync(Guid id, int version, CancellationToken cancellation) =>
        await Bench.FindAsync<WithdrawalApplication>(id, Right, cancellation) is { Succeeded: false } lost ? lost.Refusals.ToList() : new Refusal("withdrawal-kept");

    /// <summary>Notes what the donor wrote on receiving it; its lines and fields stay as they were sent.</summary>
    public Task<Outcome<Done>> ReceiveAsync(Guid id, ReceiptInput input, int version, CancellationToken cancellation) =>
        withdrawals.OnAsync(id, Rights.SubmitWithdrawal, found => ReceiveAsync(found, input, version, cancellation), cancellation);

    private async Task<Outcome<Done>> ReceiveAsync(WithdrawalCase found, ReceiptInput input, int version, CancellationToken cancellation)
    {
        var application = found.Application;
        var faults = Fields.Text(input.DonorReference, nameof(input.DonorReference), max: 100)
            .Concat(Fields.Text(input.Remarks, nameof(input.Remarks), max: 2000))
            .Concat(PastDate(input.ReceivedOn, nameof(input.ReceivedOn), withdrawals.Today(found))).ToList();
        if (application.SubmittedOn is not { } sent || application.State == WithdrawalState.Closed)
            faults.Add(new Refusal("withdrawal-not-sent"));
        else if (input.ReceivedOn < sent)
            faults.Add(new Refusal("received-before-sent", nameof(input.ReceivedOn), sent));
        if (faults.Count > 0)
            return faults;
        (application.DonorReference, application.ReceivedOn, application.Remarks) = (input.DonorReference.Trim(), input.ReceivedOn, input.Remarks.Trim());
        return await withdrawals.SaveAsync(application, version, cancellation);
    }

    protected override WithdrawalApplication New(Guid projectId, WithdrawalInput input) =>
        new() { ProjectId = projectId, FinancingId = input.FinancingId ?? Guid.Empty, PreparedById = user.Id };

    protected override async Task<List<Refusal>> FaultsAsync(WithdrawalInput input, WithdrawalApplication row, Financing financing, WorkPlace place, CancellationToken cancellation)
    {
        if (!row.IsEditable)
            return [new Refusal("withdrawal-not-editable")];
        var faults = Known(input.Procedure, nameof(input.Procedure))
            .Concat(CurrencyOf(input.CurrencyCode.Trim().ToUpperInvariant(), nameof(input.CurrencyCode)))
            .Concat(input.On is null ? [new Refusal("required", nameof(input.On))] : PastDate(input.On, nameof(input.On), Bench.Today(place)))
            .Concat(Period(input))
            .Concat(Texts(input)).ToList();
        faults.AddRange(await LineFaultsAsync(input, row, cancellation));
        return faults;
    }

    protected override void Fill(WithdrawalApplication row, WithdrawalInput input)
    {
        row.Procedure = input.Procedure;
        row.Date(input.On!.Value);
        (row.PeriodFrom, row.PeriodUntil) = (input.PeriodFrom, input.PeriodUntil);
        row.CurrencyCode = input.CurrencyCode.Trim().ToUpperInvariant();
        row.DonorReference = input.DonorReference.Trim();
        row.Remarks = input.Remarks.Trim();
        row.Payment = new PaymentInstruction(
            input.Payee.Trim(), input.Address.Trim(), input.Bank.Trim(), input.Branch.Trim(), input.Account.Trim(), input.Swift.Trim(), input.Correspondent.Trim(), input.Special.Trim());
    }

    /// <summary>The next number.</summary>
    protected override async Task<Outcome<Guid>> InsertAsync(WithdrawalApplication row, CancellationToken cancellation)
    {
        row.Number = 1 + (await Db.Withdrawals.Where(a => a.FinancingId == row.FinancingId).MaxAsync(a => (int?)a.Number, cancellation) ?? 0);
        return await base.InsertAsync(row, cancellation);
    }

    private static IEnumerable<Refusal> Period(WithdrawalInput input)
    {
        foreach (var fault in Fields.Date(input.PeriodFrom, nameof(input.PeriodFrom)).Concat(Fields.Date(input.PeriodUntil, nameof(input.PeriodUntil))))
            yield return fault;
        if (input.PeriodUntil < input.PeriodFrom)
            yield return new Refusal("ended-before-started", nameof(input.PeriodUntil), input.PeriodFrom);
    }

    private static IEnumerable<Refusal> Texts(WithdrawalInput input) => Fields.Text(input.Payee, nameof(input.Payee), max: 200)
        .Concat(Fields.Text(input.Address, nameof(input.Address), max: 500))
        .Concat(Fields.Text(input.Bank, nameof(input.Bank), max: 200))
        .Concat(Fields.Text(input.Branch, nameof(input.Branch), max: 200))
        .Concat(Fields.Text(input.Account, nameof(input.Account), max: 60))
        .Concat(Fields.Text(input.Swift, nameof(input.Swift), max: 11))
        .Concat(Fields.Text(input.Correspondent, nameof(input.Correspondent), max: 500))
        .Concat(Fields.Text(input.Special, nameof(input.Special), max: 1000))
        .Concat(Fields.Text(input.DonorReference, nameof(input.DonorReference), max: 100))
        .Concat(Fields.Text(input.Remarks, nameof(input.Remarks), max: 2000));

    /// <summary>The lines were reckoned in the currency and for the procedure they were entered under.</summary>
    private async Task<IEnumerable<Refusal>> LineFaultsAsync(WithdrawalInput input, WithdrawalApplication row, CancellationToken cancellation)
    {
        var lines = await Db.WithdrawalLines.Where(l => l.ApplicationId == row.Id).Select(l => l.InvoiceId != null).ToListAsync(cancellation);
        var faults = new List<Refusal>();
        if (lines.Count > 0 && !string.Equals(input.CurrencyCode.Trim(), row.CurrencyCode, StringComparison.OrdinalIgnoreCase))
            faults.Add(new Refusal("currency-has-lines", nameof(input.CurrencyCode)));
        if (lines.Exists(hasInvoice => !SaveWithdrawalLine.Fits(input.Procedure, hasInvoice)))
            faults.Add(new Refusal("procedure-has-lines", nameof(input.Procedure)));
        return faults;
    }

    private static IEnumerable<Refusal> PastDate(DateOnly? date, string field, DateOnly today) =>
        Fields.Date(date, field).Concat(date > today ? [new Refusal("date-in-future", field)] : []);
}
