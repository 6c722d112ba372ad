using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Domain.Reports;
using ProjectCycle.Domain.Reports.Ledger;
using ProjectCycle.Reports.Ledger;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Reports.Tests.Ledger;

/// <summary>The seven workbooks of the ledger over a few rows in several currencies, with what is unknown left blank.</summary>
internal static class LedgerSamples
{
    private static readonly DateOnly CutOff = new(2026, 3, 4);

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["wa-register", "soe", "contract-register", "disbursement-by-category", "loan-grant-performance", "loan-quarterly", "mof-withdrawal-plan"];

    /// <summary>The workbook with this name.</summary>
    public static async Task<Workbook> OfAsync(string report, string language) => report switch
    {
        "wa-register" => WithdrawalRegisterWorkbook.From(Report(language, Register)),
        "soe" => ExpenditureWorkbook.From(new ExpenditureStatement(Report(language, Expenditure), "Dinas PUPR Kota Jambi", ["Sari", ""])),
        "contract-register" => ContractBookWorkbook.From(Report(language, Contracts)),
        "disbursement-by-category" => CategoryReportWorkbook.From(Report(language, Categories)),
        "loan-grant-performance" => PerformanceWorkbook.From(Report(language, Performance)),
        "loan-quarterly" => QuarterReportWorkbook.From(new QuarterReport(Report(language, Quarters), Curve, "USD")),
        "mof-withdrawal-plan" => await WithdrawalPlanWorkbook.FromAsync(new WithdrawalPlan(Report(language, Plan), 2026), default),
        _ => throw new ArgumentOutOfRangeException(nameof(report)),
    };

    private static IReadOnlyList<WithdrawalRegisterRow> Register =>
    [
        new()
        {
            No = 1, Number = 1, On = new DateOnly(2026, 1, 12), Procedure = WithdrawalProcedure.DirectPayment, Agreement = "BMZ 2010 66 000", Category = "1A", Contracts = ["CW-01", "CW-02"],
            Payee = "PT Bangun Contoh", Claimed = Of("EUR", 4_288_000_00), Approved = Of("EUR", 4_287_999_99), Disallowed = Of("EUR", 1), ValueDate = new DateOnly(2026, 2, 2), Paid = Of("EUR", 4_287_999_99),
            Charged = Of("EUR", 4_287_999_99), Rate = 1, Rupiah = Of("IDR", 76_326_399_822_000), Cumulative = Of("EUR", 4_287_999_99), Undisbursed = Of("EUR", 9_112_000_01), State = WithdrawalState.Paid,
            DaysOpen = 51, Remarks = "=Contoh", Project = "JMB-TPA",
        },
        new()
        {
            No = 2, Number = 3, On = new DateOnly(2026, 2, 20), Procedure = WithdrawalProcedure.Reimbursement, Agreement = "3123-INO", Category = "2", Payee = "Dinas PUPR",
            Claimed = Of("IDR", 1_258_000_000_00), Approved = Of("IDR", 1_258_000_000_00), Disallowed = Of("IDR", 0), ValueDate = new DateOnly(2026, 3, 1), Paid = Of("IDR", 1_258_000_000_00),
            Charged = Of("USD", 80_000_00), Rate = 15_725m, Rupiah = Of("IDR", 1_258_000_000_00), Cumulative = Of("USD", 140_000_00), Undisbursed = Of("USD", 860_000_00), State = WithdrawalState.Noticed,
            DaysOpen = 12, Remarks = "", Project = "JMB-IPAL",
        },
        new()
        {
            No = 3, Number = 4, On = new DateOnly(2026, 3, 2), Procedure = WithdrawalProcedure.Advance, Agreement = "3123-INO", Payee = "", Claimed = Of("USD", 0), Disallowed = Of("USD", 0),
            Cumulative = Of("USD", 140_000_00), Undisbursed = Of("USD", 860_000_00), State = WithdrawalState.Draft, DaysOpen = 2, Remarks = "", Project = "JMB-IPAL",
        },
    ];

    private static IReadOnlyList<ExpenditureRow> Expenditure =>
    [
        new()
        {
            No = 1, Item = "Termin 1", Payee = "PT Bangun Contoh", Country = "ID", ContractNumber = "K-1", ContractOn = new DateOnly(2026, 1, 20), ContractAmount = Of("IDR", 100_000_000_000_00),
            InvoiceNumber = "INV-1", InvoiceOn = new DateOnly(2026, 2, 22), PaidOn = new DateOnly(2026, 2, 27), PaymentReference = "SP2D-12", Gross = Of("IDR", 1_572_500_000_00), Tax = Of("IDR", 155_833_333_00),
            Eligible = Of("IDR", 1_572_500_000_00), Percentage = 0.8m, ClaimedLocal = Of("IDR", 1_258_000_000_00), Rate = 15_725m, Claimed = Of("USD", 80_000_00), BankReference = "BNI 77", Remarks = "Contoh",
            Application = 3, Agreement = "3123-INO", Project = "JMB-IPAL",
        },
        new()
        {
            No = 2, Item = "Konsultan", Payee = "GmbH Contoh", Country = "DE", InvoiceNumber = "0017", InvoiceOn = new DateOnly(2026, 2, 25), Gross = Of("EUR", 1_190_00), Tax = Of("EUR", 190_00),
            Eligible = Of("EUR", 1_000_00), Percentage = 1, ClaimedLocal = Of("EUR", 1_000_00), Rate = 1.0825m, Claimed = Of("USD", 1_082_50), Application = 3, Agreement = "3123-INO", Project = "JMB-IPAL",
        },
    ];

    private static IReadOnlyList<ContractBookRow> Contracts =>
    [
        Contract(1, "CW-01", "EUR", 1_000_000_00, 50_000_00, new DateOnly(2027, 6, 30)) with
        {
            Paid = Of("EUR", 237_500_00), RetentionHeld = Of("EUR", 12_500_00), AdvanceUnrecovered = Of("EUR", 75_000_00), Financial = 0.2381m, GuaranteeExpiresOn = new DateOnly(2026, 12, 31),
        },
        Contract(2, "CW-02", "IDR", 625_000_000_000_00, 0, null),
    ];

    private static IReadOnlyList<CategoryReportRow> Categories =>
    [
        Category("1A", "Pekerjaan sipil") with
        {
            Original = Of("EUR", 9_000_000_00), Reallocated = Of("EUR", -100_000_00), Current = Of("EUR", 8_900_000_00), PriorYears = Of("EUR", 1_000_000_00), ThisYear = Of("EUR", 500_000_00),
            ThisQuarter = Of("EUR", 500_000_00), Cumulative = Of("EUR", 1_500_000_00), Share = 1_500_000m / 8_900_000m, Uncontracted = Of("EUR", 800_000_00), Balance = Of("EUR", 7_400_000_00),
        },
        Category("2", "Jasa konsultansi") with
        {
            Original = Of("EUR", 4_000_000_00), Reallocated = Of("EUR", 100_000_00), Current = Of("EUR", 4_100_000_00), PriorYears = Of("EUR", 0), ThisYear = Of("EUR", 0),
            ThisQuarter = Of("EUR", 0), Cumulative = Of("EUR", 0), Share = 0, Balance = Of("EUR", 4_100_000_00),
        },
        Category(null, null) with { Kind = CategoryRowKind.Unallocated, Current = Of("EUR", 400_000_00), Balance = Of("EUR", 400_000_00) },
        Category(null, null) with { Kind = CategoryRowKind.Whole, Projected = Of("EUR", 2_500_000_00) },
    ];

    private static IReadOnlyList<PerformanceRow> Performance =>
    [
        Loan("BMZ 2010 66 000", "KfW", "EUR", 13_400_000_00, 4_288_000_00, new DateOnly(2022, 3, 1), new DateOnly(2027, 2, 28), 10_000_00, 6_000_00),
        Loan("3123-INO", "ADB", "USD", 10_000_000_00, 0, null, null, null, 0),
    ];

    private static IReadOnlyList<QuarterRow> Quarters =>
    [
        new()
        {
            Agreement = "BMZ 2010 66 000", Project = "JMB-TPA", Quarter = new FiscalQuarter(2026, 1, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31)), CurrencyCode = "EUR", RateUsd = 16_250.5m, RateLoan = 17_800m,
            Plan = Of("EUR", 100_000_00), PlanUsd = Of("USD", 109_535_09), PlanIdr = Of("IDR", 1_780_000_000_00), Realised = Of("EUR", 60_000_00), RealisedUsd = Of("USD", 65_721_05), RealisedIdr = Of("IDR", 1_068_000_000_00), Absorption = 0.6m,
        },
        Category("1A", "Pekerjaan sipil", 60_000_00, 65_721_05, 1_068_000_000_00),
        Category("2", "Jasa konsultansi", 0, 0, 0),
        new()
        {
            Agreement = "BMZ 2010 66 000", Project = "JMB-TPA", Quarter = new FiscalQuarter(2026, 2, new DateOnly(2026, 4, 1), new DateOnly(2026, 6, 30)), CurrencyCode = "EUR", RateUsd = 16_250.5m, RateLoan = 17_800m,
            Plan = Of("EUR", 50_000_00), PlanUsd = Of("USD", 54_767_55), PlanIdr = Of("IDR", 890_000_000_00),
        },
        new()
        {
            Agreement = "JPY-1", Project = "JMB-AIR", Quarter = new FiscalQuarter(2026, 1, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31)), CurrencyCode = "JPY", RateUsd = 16_250.5m,
            Realised = Of("JPY", 1_000_000),
        },
    ];

    private static QuarterRow Category(string code, string name, long realised, long usd, long rupiah) => new()
    {
        Agreement = "BMZ 2010 66 000",
        Project = "JMB-TPA",
        Quarter = new FiscalQuarter(2026, 1, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31)),
        CurrencyCode = "EUR",
        Category = code,
        CategoryName = name,
        RateUsd = 16_250.5m,
        RateLoan = 17_800m,
        Realised = Of("EUR", realised),
        RealisedUsd = Of("USD", usd),
        RealisedIdr = Of("IDR", rupiah),
    };

    private static IReadOnlyList<CurveQuarter> Curve =>
    [
        new(2025, 4, Of("USD", 0), Of("USD", 0)),
        new(2026, 1, Of("USD", 109_535_09), Of("USD", 65_721_05)),
        new(2026, 2, Of("USD", 164_302_64), null),
    ];

    private static IReadOnlyList<WithdrawalPlanRow> Plan =>
    [
        new()
        {
            No = 1, IsPipeline = false, Lender = "KfW", Project = "TPA Talang Gulo", Location = "Kota Jambi, Jambi",
            References = new PlanningReferences("1234567", "21098765", "Ditjen Cipta Karya", "Perumahan", "6055", "PN 5", "BB-12", "GB-7", "DK-3", "PSP-1"),
            Commitment = 238_520_000_000m, Withdrawn = 60_000_000_000m, Allocation = 25_500_000_000m, CounterpartNeed = 9_500_000_000m, CounterpartSpent = 1_250_000_000m, CounterpartAllocation = 2_000_000_000m,
            Withdrawals = [50_000_000_000m, 40_000_000_000m, 30_000_000_000m, 0, 0], Counterpart = [2_000_000_000m, null, null, null, null],
        },
        new()
        {
            No = 1, IsPipeline = true, Lender = "ADB", Project = "IPAL Jambi Timur", Location = "Kota Jambi, Jambi", References = PlanningReferences.None,
            Commitment = 625_000_000_000m, Withdrawn = 0, Withdrawals = [null, null, null, null, null], Counterpart = [null, null, null, null, null],
        },
    ];

    private static LedgerReport<T> Report<T>(string language, IReadOnlyList<T> rows) => new(
        new ReportCover
        {
            Language = language,
            Filters = [("project", "JMB-TPA"), ("financing", "BMZ 2010 66 000")],
            MadeAt = new DateTime(2026, 3, 4, 3, 30, 0, DateTimeKind.Utc),
            Zone = IndonesianZone.Wib,
            MadeBy = "Sari",
        },
        new LedgerNotes(
            CutOff,
            [new QuotedRate(Currencies.All["EUR"], Currencies.All["IDR"], CutOff.AddDays(-1), 17_800m, 1, RateType.BiMiddle, "bi.go.id")],
            [new MissingRate("JPY", "IDR", CutOff)]),
        rows.ToAsyncEnumerable());

    private static ContractBookRow Contract(int no, string package, string currency, long price, long variations, DateOnly? revised) => new()
    {
        No = no,
        Contract = new Contract
        {
            ProjectId = Guid.Empty,
            FinancingId = Guid.Empty,
            PackageNumber = package,
            Description = "Sel sanitari",
            Method = ProcurementMethod.InternationalBidding,
            Review = ReviewType.Prior,
            State = ContractState.Running,
            NoObjectionOn = new DateOnly(2025, 12, 31),
            AwardOn = new DateOnly(2026, 1, 10),
            Contractor = "PT Bangun Contoh",
            CountryCode = "ID",
            Number = "K-1",
            SignedOn = new DateOnly(2026, 1, 20),
            StartsOn = new DateOnly(2026, 1, 27),
            CompletionOn = new DateOnly(2027, 2, 24),
            CurrencyCode = currency,
            MinorUnits = price,
            Percentage = 0.8m,
            PhysicalProgress = 0.305m,
        },
        Category = "1A",
        RevisedCompletionOn = revised,
        Variations = Of(currency, variations),
        Value = Of(currency, price + variations),
        Donor = Of(currency, (price + variations) / 10 * 8),
        Counterpart = Of(currency, (price + variations) / 10 * 2),
        Paid = Of(currency, 0),
        RetentionHeld = Of(currency, 0),
        AdvanceUnrecovered = Of(currency, 0),
        Agreement = "BMZ 2010 66 000",
        Project = "JMB-TPA",
    };

    private static CategoryReportRow Category(string? code, string? name) =>
        new() { Kind = CategoryRowKind.Category, Project = "JMB-TPA", Agreement = "BMZ 2010 66 000", CurrencyCode = "EUR", Code = code, Name = name };

    private static PerformanceRow Loan(string agreement, string lender, string currency, long net, long disbursed, DateOnly? effective, DateOnly? closing, long? planned, long realised)
    {
        var facts = new LoanFacts(effective, closing, closing, net, disbursed);
        return new PerformanceRow
        {
            Financing = new Financing { ProjectId = Guid.Empty, AgreementId = Guid.Empty, Kind = FinancingKind.Loan, CurrencyCode = currency, SignedOn = new DateOnly(2021, 12, 1), EffectiveOn = effective, OriginalClosingOn = closing, ClosingOn = closing },
            Agreement = agreement,
            Project = "JMB-TPA",
            ProjectName = "TPA Talang Gulo",
            Lender = lender,
            Net = Of(currency, net),
            Disbursed = Of(currency, disbursed),
            Physical = planned is null ? null : 0.415m,
            Performance = LoanPerformance.On(new DateOnly(2024, 6, 30), facts, new MonitoringRules()),
            Needs = ImpliedNeeds.On(new DateOnly(2024, 6, 30), facts, realised, new MonitoringRules()),
            PlannedYear = planned is { } plan ? Of(currency, plan) : null,
            RealisedYear = Of(currency, realised),
            Absorption = planned is { } of ? Ratio.Absorbed(realised, of) : null,
            PlannedQuarter = planned is { } year ? Of(currency, year / 4) : null,
            RealisedQuarter = Of(currency, realised / 2),
            QuarterAbsorption = planned is { } quarter ? Ratio.Absorbed(realised / 2, quarter / 4) : null,
        };
    }

    private static Money Of(string currency, long minorUnits) => new(minorUnits, Currencies.All[currency]);
}
