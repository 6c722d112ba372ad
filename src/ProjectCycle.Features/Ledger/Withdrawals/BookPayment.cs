using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Ledger.Withdrawals;

/// <summary>What the donor paid for one category.</summary>
public sealed record PaymentPart
{
    public Guid CategoryId { get; init; }

    /// <summary>In the application's currency; blank when nothing was paid for it.</summary>
    public decimal? Paid { get; init; }

    /// <summary>What the loan or grant account was charged with; not asked for where it is kept in the currency paid.</summary>
    public decimal? Charged { get; init; }
}

/// <summary>A payment as a form hands it over.</summary>
public sealed record PaymentInput
{
    public DateOnly? ValueDate { get; init; }

    /// <summary>One for each category of the application.</summary>
    public IList<PaymentPart> Parts { get; init; } = []; // a list that a form can fill

    /// <summary>From the currency paid to the rupiah; not asked for where the currency paid or the account's is the rupiah.</summary>
    public BookedRateInput Rupiah { get; init; } = new();

    /// <summary>Where the donor's own rate was read, such as the notice's number.</summary>
    public string Source { get; init; } = "";

    public string Note { get; init; } = "";
}

/// <summary>
/// Books what the donor paid at its value date: one row for each category, never changed afterwards. The donor pays in the currency
/// that was asked for; what it charged the account with is its own figure, from which its rate follows. Whether something is left to
/// pay decides where the application stands. The project's payment dates and their deadlines go along in the same save.
/// </summary>
public sealed class BookPayment(AppDbContext db, WithdrawalBench bench, PaymentDates dates, CurrentUser user)
{
    private static readonly Currency RupiahCurrency = Currencies.All["IDR"];

    /// <summary>Books it, or says why not.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="input">What was paid.</param>
    /// <param name="version">The version of the application the person looked at.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<Outcome<WithdrawalState>> HandleAsync(Guid applicationId, PaymentInput input, int version, CancellationToken cancellation) =>
        bench.OnAsync(applicationId, Rights.BookPayment, found => BookAsync(found, input, version, cancellation), cancellation);

    /// <summary>True when the rupiah follow from what was paid or charged, so that no rate is asked for.</summary>
    public static bool IsInRupiah(Currency paid, Currency account) => paid == RupiahCurrency || account == RupiahCurrency;

    private async Task<Outcome<WithdrawalState>> BookAsync(WithdrawalCase found, PaymentInput input, int version, CancellationToken cancellation)
    {
        var application = found.Application;
        if (application.Version != version)
            return await bench.ToldAsync(application, cancellation);
        if (application.State is not (WithdrawalState.Approved or WithdrawalState.PartlyPaid))
            return new Refusal("payment-not-due", null, application.State);
        var sums = await bench.SumsAsync(application.Id, cancellation);
        if (Faults(input, found, sums) is { Count: > 0 } faults)
            return faults;

        var rows = input.Parts.Where(part => part.Paid is not null).Select(part => Row(part, input, found)).ToList();
        var booked = rows.OfType<Disbursement>().ToList();
        if (booked.Count < rows.Count)
            return new Refusal("amount-too-large", $"{nameof(input.Rupiah)}.{nameof(input.Rupiah.Rate)}", new Money(Financing.HighestAmount, RupiahCurrency));
        db.AddRange(booked);
        var facts = bench.Facts(sums) with { Paid = sums.Sum(s => s.Paid) + booked.Sum(row => row.Paid) };
        // The day of the step is that of the payment, unless something else happened to the application since.
        var on = input.ValueDate!.Value > application.StateSince ? input.ValueDate.Value : application.StateSince;
        if (bench.Fire(found, facts.Paid < facts.Approved ? WithdrawalStep.PayPart : WithdrawalStep.PayRest, facts, on, input.Note) is { Succeeded: false } refused)
            return refused.Refusals.ToList();
        await dates.PaidAsync(booked, cancellation);
        var saved = await bench.SaveAsync(application, version, cancellation);
        return saved.Succeeded ? application.State : saved.Refusals.ToList();
    }

    private List<Refusal> Faults(PaymentInput input, WithdrawalCase found, IReadOnlyList<WithdrawalSum> sums)
    {
        var (application, financing, _) = found;
        var faults = Fields.Text(input.Note, nameof(input.Note), max: 2000)
            .Concat(Fields.Text(input.Source, nameof(input.Source), max: 200))
            .Concat(DateFaults(input.ValueDate, application, financing, bench.Today(found))).ToList();
        if (!IsInRupiah(application.Currency, financing.Currency))
            faults.AddRange(input.Rupiah.Faults(application.Currency, RupiahCurrency, nameof(input.Rupiah)));
        for (var i = 0; i < input.Parts.Count; i++)
            faults.AddRange(PartFaults(input.Parts[i], $"{nameof(input.Parts)}[{i}].", application, financing, sums));
        if (input.Parts.DistinctBy(part => part.CategoryId).Count() < input.Parts.Count)
            faults.Add(new Refusal("payment-category-twice"));
        if (input.Parts.All(part => part.Paid is null))
            faults.Add(new Refusal("payment-empty"));
        return faults;
    }

    private static IEnumerable<Refusal> DateFaults(DateOnly? day, WithdrawalApplication application, Financing financing, DateOnly today)
    {
        const string Field = nameof(PaymentInput.ValueDate);
        if (day is not { } on)
            return [new Refusal("required", Field)];
        if (on > today)
            return [new Refusal("date-in-future", Field)];
        if (on < application.ApprovedOn)
            return [new Refusal("payment-before-approval", Field, application.ApprovedOn)];
        return financing.IsClosedOn(on) ? [new Refusal("period-closed", Field, financing.ClosedUntil!)] : [];
    }

    private static List<Refusal> PartFaults(PaymentPart part, string prefix, WithdrawalApplication application, Financing financing, IReadOnlyList<WithdrawalSum> sums)
    {
        if (part.Paid is null)
            return part.Charged is null ? [] : [new Refusal("required", prefix + nameof(part.Paid))];
        if (sums.FirstOrDefault(s => s.CategoryId == part.CategoryId) is not { } sum)
            return [new Refusal("unknown-category", prefix + nameof(part.Paid))];
        var faults = MoneyInputs.Amount(part.Paid, prefix + nameof(part.Paid), application.CurrencyCode, least: 1).ToList();
        if (application.CurrencyCode != financing.CurrencyCode)
            faults.AddRange(MoneyInputs.Amount(part.Charged, prefix + nameof(part.Charged), financing.CurrencyCode, least: 1));
        else if (part.Charged is not null && part.Charged != part.Paid)
            faults.Add(new Refusal("charged-is-paid", prefix + nameof(part.Charged)));
        var left = new Money(sum.Approved - sum.Paid, application.Currency);
        if (faults.Count == 0 && MoneyInputs.Minor(part.Paid, application.CurrencyCode) > left.MinorUnits)
            faults.Add(new Refusal("paid-over-approved", prefix + nameof(part.Paid), left));
        return faults;
    }

    /// <summary>The row of a sound part; null when its rupiah do not fit.</summary>
    private Disbursement? Row(PaymentPart part, PaymentInput input, WithdrawalCase found)
    {
        var (application, financing, _) = found;
        var paid = new Money(MoneyInputs.Minor(part.Paid, application.CurrencyCode), application.Currency);
        var charged = paid.Currency == financing.Currency ? paid : new Money(MoneyInputs.Minor(part.Charged, financing.CurrencyCode), financing.Currency);
        var chargedRate = BookedRate.Between(paid, charged, RateType.DonorApplied, input.ValueDate!.Value, input.Source.Trim());
        var isCharged = charged.Currency == RupiahCurrency; // then the donor's own figure is the rupiah's
        var rupiahRate = isCharged ? chargedRate : input.Rupiah.ToRate(paid.Currency, RupiahCurrency);
        if ((isCharged ? charged : rupiahRate.Of(paid, RupiahCurrency)) is not { MinorUnits: <= Financing.HighestAmount } rupiah)
            return null;
        return new Disbursement
        {
            ProjectId = application.ProjectId,
            FinancingId = application.FinancingId,
            ApplicationId = application.Id,
            CategoryId = part.CategoryId,
            ValueDate = input.ValueDate.Value,
            CurrencyCode = application.CurrencyCode,
            Paid = paid.MinorUnits,
            Charged = charged.MinorUnits,
            ChargedRate = chargedRate,
            Rupiah = rupiah.MinorUnits,
            RupiahRate = rupiahRate,
            BookedById = user.Id,
            BookedAt = bench.Now,
        };
    }
}
