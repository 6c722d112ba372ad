using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger.Withdrawals;

namespace ProjectCycle.Testing;

/// <summary>
/// A project whose agreement pays in dollars: works at 80 % of the invoice, consulting at 100 % without taxes, and one contract for
/// works in rupiah. Financing, categories, contracts and invoices stand in the database at once; applications go through the use cases.
/// </summary>
public sealed class WithdrawalSamples
{
    private int _invoices;

    private WithdrawalSamples(World world, string code, Financing financing, ExpenditureCategory works, ExpenditureCategory consulting, Contract contract) =>
        (World, Code, Financing, Works, Consulting, Contract) = (world, code, financing, works, consulting, contract);

    public World World { get; }

    /// <summary>The project's.</summary>
    public string Code { get; }

    public Financing Financing { get; }
    public ExpenditureCategory Works { get; }
    public ExpenditureCategory Consulting { get; }
    public Contract Contract { get; }
    public DateOnly Today => DateOnly.FromDateTime(World.Clock.Utc);

    /// <summary>Lays the ground for applications; the project is registered first.</summary>
    public static async Task<WithdrawalSamples> CreateAsync(World world, string code, Agreement? agreement = null, Action<Financing>? change = null)
    {
        var project = await world.ReadAsync(db => db.Projects.Where(p => p.Code == code).Select(p => p.Id).SingleAsync());
        var financing = new Financing
        {
            ProjectId = project,
            AgreementId = (agreement ?? world.Agreement).Id,
            Number = 1,
            CurrencyCode = "USD",
            MinorUnits = 10_000_000_00,
            EffectiveOn = new DateOnly(2025, 1, 1),
            ClosingOn = new DateOnly(2029, 12, 31),
        };
        change?.Invoke(financing);
        var works = Category(financing, "1", "Works", 8_000_000_00, 0.8m, TaxBasis.Gross);
        var consulting = Category(financing, "2", "Consulting services", 2_000_000_00, 1m, TaxBasis.Net);
        var contract = new Contract
        {
            ProjectId = project,
            FinancingId = financing.Id,
            CategoryId = works.Id,
            PackageNumber = "W-1",
            Contractor = "PT Contoh",
            CurrencyCode = "IDR",
            MinorUnits = 100_000_000_000_00,
            Percentage = 0.8m,
            State = ContractState.Running,
            SignedOn = new DateOnly(2025, 2, 1),
        };
        await world.WriteAsync(db =>
        {
            db.AddRange(financing, works, consulting, contract);
            return Task.CompletedTask;
        });
        return new WithdrawalSamples(world, code, financing, works, consulting, contract);
    }

    /// <summary>An invoice of the contract for works in rupiah, paid from own funds: whole rupiah.</summary>
    public Task<Invoice> InvoiceAsync(decimal gross = 1_572_500_000, Action<Invoice>? change = null) => InvoiceAsync(Works, "IDR", gross, invoice =>
    {
        invoice.ContractId = Contract.Id;
        change?.Invoke(invoice);
    });

    /// <summary>An invoice in a category, without a contract.</summary>
    public async Task<Invoice> InvoiceAsync(ExpenditureCategory category, string currency, decimal gross, Action<Invoice>? change = null)
    {
        var invoice = new Invoice
        {
            ProjectId = Financing.ProjectId,
            FinancingId = Financing.Id,
            CategoryId = category.Id,
            Number = $"INV-{Interlocked.Increment(ref _invoices)}",
            Description = "Termin",
            On = Today.AddDays(-10),
            PaidOn = Today.AddDays(-5),
            PaidFrom = PaymentSource.OwnFunds,
            Payee = "PT Contoh",
            CurrencyCode = currency,
            Gross = Money.From(gross, Currencies.All[currency])!.Value.MinorUnits,
        };
        change?.Invoke(invoice);
        await World.WriteAsync(db =>
        {
            db.Add(invoice);
            return Task.CompletedTask;
        });
        return invoice;
    }

    /// <summary>What the form of a new application says.</summary>
    public WithdrawalInput Draft(WithdrawalProcedure procedure = WithdrawalProcedure.Reimbursement, string currency = "USD") =>
        new() { FinancingId = Financing.Id, Procedure = procedure, On = Today, CurrencyCode = currency };

    /// <summary>Begins an application as finance.</summary>
    public async Task<Guid> BeginAsync(WithdrawalInput? input = null) =>
        (await World.AsAsync<SaveWithdrawal, Outcome<Guid>>(Role.Finance, save => save.AddAsync(Code, input ?? Draft(), default))).Value;

    /// <summary>A line that claims an invoice at 15,725 rupiah for a dollar where it is in rupiah.</summary>
    public WithdrawalLineInput Line(Guid application, Invoice invoice) => new()
    {
        FinancingId = Financing.Id,
        ApplicationId = application,
        InvoiceId = invoice.Id,
        Rate = invoice.CurrencyCode == "IDR" ? Rate(15_725m) : new BookedRateInput(),
    };

    /// <summary>A line without an invoice.</summary>
    public WithdrawalLineInput Advance(Guid application, decimal amount) =>
        new() { FinancingId = Financing.Id, ApplicationId = application, CategoryId = Works.Id, Amount = amount };

    /// <summary>So many rupiah for one of the other currency.</summary>
    public BookedRateInput Rate(decimal rupiah, bool isInverse = true) => new() { Rate = rupiah, IsInverse = isInverse, Type = RateType.BankConversion, On = Today, Source = "Bank" };

    /// <summary>Adds a line as finance.</summary>
    public async Task<Guid> AddAsync(WithdrawalLineInput line) =>
        (await World.AsAsync<SaveWithdrawalLine, Outcome<Guid>>(Role.Finance, save => save.AddAsync(Code, line, default))).Value;

    /// <summary>A step, with the present version unless another is given.</summary>
    public async Task<Outcome<WithdrawalState>> StepAsync(Guid application, WithdrawalStep step, Role role = Role.Finance, string note = "", string notice = "", DateOnly? on = null, int? version = null)
    {
        var present = version ?? await VersionAsync(application);
        return await World.AsAsync<MoveWithdrawal, Outcome<WithdrawalState>>(role, move => move.HandleAsync(
            new WithdrawalStepInput { ApplicationId = application, Step = step, Version = present, Note = note, NoticeNumber = notice, On = on }, default));
    }

    /// <summary>Leads a draft with lines to the donor's approval: finance and the manager sign.</summary>
    public async Task ApproveAsync(Guid application)
    {
        await SubmitAsync(application);
        _ = (await StepAsync(application, WithdrawalStep.Approve)).Value;
    }

    /// <summary>Leads a draft with lines to the donor.</summary>
    public async Task SubmitAsync(Guid application)
    {
        foreach (var (step, role) in new[] { (WithdrawalStep.Check, Role.Finance), (WithdrawalStep.SignFirst, Role.Finance), (WithdrawalStep.SignSecond, Role.Manager), (WithdrawalStep.SubmitToDonor, Role.Finance) })
            _ = (await StepAsync(application, step, role)).Value;
    }

    /// <summary>What a form says of a payment in dollars for works.</summary>
    public PaymentInput Payment(decimal paid, DateOnly? on = null) => new()
    {
        ValueDate = on ?? Today,
        Parts = [new PaymentPart { CategoryId = Works.Id, Paid = paid }],
        Rupiah = new BookedRateInput { Rate = 15_800m, Type = RateType.BiMiddle, On = on ?? Today, Source = "BI" },
    };

    /// <summary>Books a payment as finance, with the present version.</summary>
    public async Task<Outcome<WithdrawalState>> PayAsync(Guid application, PaymentInput input)
    {
        var version = await VersionAsync(application);
        return await World.AsAsync<BookPayment, Outcome<WithdrawalState>>(Role.Finance, book => book.HandleAsync(application, input, version, default));
    }

    /// <summary>Takes a payment back as finance, with the present version.</summary>
    public async Task<Outcome<WithdrawalState>> ReverseAsync(Guid application, Guid disbursement)
    {
        var version = await VersionAsync(application);
        return await World.AsAsync<ReverseDisbursement, Outcome<WithdrawalState>>(Role.Finance, reverse => reverse.HandleAsync(disbursement, "Salah buku", version, default));
    }

    /// <summary>Disallows part of a line as finance, with the present version.</summary>
    public async Task<Outcome<Done>> DisallowAsync(Guid application, Guid line, decimal amount)
    {
        var version = await VersionAsync(application);
        return await World.AsAsync<DisallowLine, Outcome<Done>>(Role.Finance, disallow => disallow.HandleAsync(
            line, new DisallowInput { Amount = amount, Reason = IneligibleReason.TaxNotFinanced, Note = "PPN" }, version, default));
    }

    /// <summary>The application as it stands in the database.</summary>
    public Task<WithdrawalApplication> ReadAsync(Guid application) => World.ReadAsync(db => db.Withdrawals.AsNoTracking().SingleAsync(a => a.Id == application));

    public Task<int> VersionAsync(Guid application) => World.ReadAsync(db => db.Withdrawals.Where(a => a.Id == application).Select(a => a.Version).SingleAsync());

    private static ExpenditureCategory Category(Financing financing, string code, string name, long minorUnits, decimal percentage, TaxBasis basis) => new()
    {
        ProjectId = financing.ProjectId,
        FinancingId = financing.Id,
        Code = code,
        Name = name,
        MinorUnits = minorUnits,
        Percentage = percentage,
        Basis = basis,
    };
}
