using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Matchmaking;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Testing;

namespace ProjectCycle.Web.Tests.Host;

/// <summary>The program with a unit, a partner, an agreement and a project under it with a document, a deadline and a request for a decision: something to look at.</summary>
public sealed class FurnishedOffice : IAsyncLifetime
{
    /// <summary>The project's.</summary>
    public const string Code = "JMB-1";

    public WebProgram Program { get; } = new();
    public Unit Unit { get; } = Samples.Unit();
    public Partner Partner { get; } = Samples.Partner();
    public Agreement Agreement { get; private set; } = null!;
    public Deadline Deadline { get; private set; } = null!;
    public Guid DocumentVersionId { get; private set; }

    /// <summary>Somebody the project could work with.</summary>
    public Guid CandidateId { get; private set; }

    /// <summary>What came from a workbook.</summary>
    public Guid ImportId { get; private set; }

    /// <summary>A contract that runs, paid under the agreement.</summary>
    public Guid ContractId { get; private set; }

    public Guid RateId { get; private set; }

    /// <summary>An open request for the decision that the project's gate waits for.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>What the agreement pays for the project, with a category: it cannot be removed.</summary>
    public Guid FinancingId { get; private set; }

    /// <summary>A draft of a withdrawal application with one line and, as no use case would leave it, a payment.</summary>
    public Guid WithdrawalId { get; private set; }

    public Guid WithdrawalLineId { get; private set; }

    /// <summary>A version of a plan that nobody has approved.</summary>
    public Guid ProjectionId { get; private set; }

    /// <summary>The advance account of the agreement.</summary>
    public Guid AccountId { get; private set; }

    public Guid DisbursementId { get; private set; }

    public async Task InitializeAsync()
    {
        await Program.InitializeAsync();
        await FurnishAsync();
    }

    public Task DisposeAsync() => ((IAsyncLifetime)Program).DisposeAsync();

    /// <summary>A browser in which a new person of the unit has signed in; an observer is let in by the agreement instead.</summary>
    public async Task<(Browser Browser, User User)> PersonAsync(params Role[] roles)
    {
        var user = await AddAsync(roles);
        var browser = Program.Open();
        await browser.SignInAsync(user.Email!, WebProgram.Password);
        return (browser, user);
    }

    private async Task<User> AddAsync(params Role[] roles)
    {
        var user = Samples.User(null, roles, Unit);
        if (roles.Contains(Role.Observer))
            user.Agreements.Add(new AgreementAccess { UserId = user.Id, AgreementId = Agreement.Id });
        return await Program.AddAsync(user);
    }

    private async Task FurnishAsync()
    {
        Agreement = Samples.Agreement(Partner);
        await Program.WriteAsync(Unit, Partner, Agreement);
        var staff = await AddAsync(Role.Staff);
        RequestId = await Program.InScopeAsync(services => RegisterAsync(services, staff));
        var project = await Program.ReadAsync(db => db.Projects.AsNoTracking().SingleAsync());
        var candidate = new PartnerCandidate { ProjectId = project.Id, Name = "Seoul", Kind = CandidateKind.RegionalGovernment };
        await Program.WriteAsync(candidate);
        CandidateId = candidate.Id;
        await FinanceAsync(project.Id);
        await WithdrawAsync(project.Id, staff.Id);
        Deadline = await Program.ReadAsync(db => db.Deadlines.AsNoTracking().FirstAsync(d => d.ProjectId == project.Id));
        DocumentVersionId = await Program.ReadAsync(db => db.DocumentVersions.Select(v => v.Id).SingleAsync());
    }

    private async Task FinanceAsync(Guid projectId)
    {
        var financing = ContractSamples.Financing(projectId, Agreement);
        var category = ContractSamples.Category(financing);
        var contract = ContractSamples.Contract(category);
        var rate = new ExchangeRate { FromCode = "USD", ToCode = "IDR", On = new DateOnly(2026, 3, 4), Type = RateType.BiMiddle, Rate = 15_725, Source = "bi.go.id" };
        await Program.WriteAsync(financing, category, contract, ContractSamples.Invoice(contract, "INV-1", 100), rate);
        (FinancingId, ContractId, RateId) = (financing.Id, contract.Id, rate.Id);
        var by = await Program.ReadAsync(db => db.Users.Select(u => u.Id).FirstAsync());
        var import = new LedgerImport
        {
            ProjectId = projectId,
            FinancingId = financing.Id,
            FileName = "register.xlsx",
            FileHash = new string('a', 64),
            At = FakeClock.Start,
            ById = by,
            Added = 1,
            Changed = 0,
        };
        await Program.WriteAsync(import);
        ImportId = import.Id;
        var plan = new Projection { ProjectId = projectId, FinancingId = financing.Id, Points = [new ProjectionPoint { On = new DateOnly(2026, 1, 1) }] };
        await Program.WriteAsync(plan);
        ProjectionId = plan.Id;
        var account = new AdvanceAccount { ProjectId = projectId, FinancingId = financing.Id, Bank = "Bank", Number = "1", CurrencyCode = "EUR" };
        await Program.WriteAsync(account);
        AccountId = account.Id;
    }

    private async Task WithdrawAsync(Guid project, Guid preparer)
    {
        var category = await Program.ReadAsync(db => db.Categories.AsNoTracking().FirstAsync(c => c.FinancingId == FinancingId));
        var (application, line) = Withdrawal(project, FinancingId, category.Id, preparer, 1);
        var paid = new Disbursement
        {
            ProjectId = project,
            FinancingId = FinancingId,
            ApplicationId = application.Id,
            CategoryId = category.Id,
            ValueDate = new DateOnly(2026, 3, 4),
            CurrencyCode = "USD",
            Paid = 1_00,
            Charged = 1_00,
            ChargedRate = BookedRate.Same,
            Rupiah = 15_000_00,
            RupiahRate = new BookedRate(15_000m, 1, RateType.BiMiddle, new DateOnly(2026, 3, 4), "BI"),
            BookedById = preparer,
            BookedAt = FakeClock.Start,
        };
        await Program.WriteAsync(application, line, paid);
        (WithdrawalId, WithdrawalLineId, DisbursementId) = (application.Id, line.Id, paid.Id);
    }

    /// <summary>A draft with one line in advance.</summary>
    public static (WithdrawalApplication Application, WithdrawalLine Line) Withdrawal(Guid project, Guid financing, Guid category, Guid preparer, int number)
    {
        var application = new WithdrawalApplication { ProjectId = project, FinancingId = financing, Number = number, CurrencyCode = "USD", PreparedById = preparer, Procedure = WithdrawalProcedure.Advance };
        application.Date(new DateOnly(2026, 3, 4));
        return (application, new WithdrawalLine
        {
            ProjectId = project,
            FinancingId = financing,
            ApplicationId = application.Id,
            CategoryId = category,
            InvoiceCurrencyCode = "USD",
            Percentage = 1,
            Eligible = 500_00,
            ClaimedLocal = 500_00,
            Claimed = 500_00,
        });
    }

    private async Task<Guid> RegisterAsync(IServiceProvider services, User staff)
    {
        services.GetRequiredService<CurrentUser>().Become(new Person(staff.Id, staff.DisplayName, "en", [Role.Staff], [Unit.Id], []), "");
        var details = Samples.Details(Unit, Code) with { AgreementId = Agreement.Id, Partners = [(Partner.Id, PartnerRole.Funding)] };
        var registered = await services.GetRequiredService<RegisterProject>().HandleAsync(details, "generic", [], default);
        _ = (await services.GetRequiredService<AttachDocument>().HandleAsync(registered.Value, World.TextFile(AttachDocument.Other), default)).Value;
        return (await services.GetRequiredService<RequestDecision>().HandleAsync(registered.Value, "head-of-region", "", default)).Value;
    }
}
