using System.Text;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Obstacles;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Features.Appraisal;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Identification;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Advance;
using ProjectCycle.Features.Ledger.Agreements;
using ProjectCycle.Features.Ledger.Contracts;
using ProjectCycle.Features.Ledger.Import;
using ProjectCycle.Features.Ledger.Monitoring;
using ProjectCycle.Features.Ledger.Withdrawals;
using ProjectCycle.Features.Negotiation;
using ProjectCycle.Features.Obstacles;
using ProjectCycle.Features.Partners;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Features.Rates;
using ProjectCycle.Features.Reminders;
using ProjectCycle.Features.Reports;
using ProjectCycle.Features.Reports.Ledger;
using ProjectCycle.Features.Reviews;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.People;

/// <summary>Every role takes every path, on a project it reaches and on one it does not. What the table does not allow must fail.</summary>
public sealed class RightsMatrixTests
{
    private const string Ok = "ok";
    private const string NotAllowed = "not-allowed";
    private const string NotFound = "not-found";

    /// <summary>A path through the product: the right it needs and what it answers.</summary>
    private sealed record Path(string Name, Right Right, Func<World, Role, string, Task<string>> TakeAsync);

    private static int _rates;

    private static readonly ObstacleInput Issue = new() { Code = "O4.1", Cause = "Sebab", StartedOn = new DateOnly(2026, 3, 1) };

    private static readonly Path[] ProjectPaths =
    [
        new("page", Rights.ViewProject, async (w, role, code) => await w.ViewAsync(code, role) is null ? NotFound : Ok),
        new("list and search", Rights.ViewProject, async (w, role, code) => Seen(await w.AsAsync<ProjectList, Paged<ProjectRow>>(role, l => l.PageAsync(new ProjectListFilter { Search = code }, default)), r => r.Code == code)),
        new("deadlines", Rights.ViewProject, async (w, role, code) => Seen(await w.AsAsync<DeadlineList, Paged<DeadlineRow>>(role, async l => await l.PageAsync(new DeadlineFilter { Show = "all", ProjectId = await IdAsync(w, code) }, default)), r => r.ProjectCode == code)),
        new("reminder ledger", Rights.ViewReminders, LedgerAsync),
        new("reminder certificate", Rights.ViewReminders, async (w, role, code) => (await w.AsAsync<CertificateQuery, ReminderCertificate>(role, q => q.LoadAsync(new CertificateFilter { From = new DateOnly(2025, 1, 1), To = new DateOnly(2035, 1, 1), Project = code }, "id", default))).Deadlines.Count > 0 ? Ok : NotFound),
        new("calendar file", Rights.ViewProject, async (w, role, code) => await w.AsAsync<DeadlineFeed, Domain.Deadlines.DeadlineCalendar?>(role, f => f.OfProjectAsync(code, default)) is null ? NotFound : Ok),
        new("calendar feed", Rights.ViewProject, async (w, role, code) => (await w.AsAsync<DeadlineFeed, Domain.Deadlines.DeadlineCalendar>(role, f => f.LoadAsync(false, default))).Entries.Any(e => e.ProjectCode == code) ? Ok : NotFound),
        new("obstacles", Rights.ViewProject, async (w, role, code) => Seen(await w.AsAsync<ObstacleList, Paged<ObstacleRow>>(role, async l => await l.PageAsync(new ObstacleFilter { ProjectId = await IdAsync(w, code) }, default)), r => r.ProjectCode == code)),
        new("obstacle report", Rights.ViewProject, async (w, role, code) => (await w.AsAsync<ObstacleReport, ObstacleTables>(role, async r => await r.LoadAsync(new ObstacleFilter { ProjectId = await IdAsync(w, code) }, default))).Whole.Count > 0 ? Ok : NotFound),
        new("documents", Rights.ViewProject, async (w, role, code) => (await w.AsAsync<DocumentQueries, IReadOnlyList<DocumentRow>>(role, async q => await q.ListAsync(await IdAsync(w, code), default))).Count > 0 ? Ok : NotFound),
        new("download", Rights.ViewProject, DownloadAsync),
        new("history", Rights.ViewHistory, async (w, role, code) => (await w.AsAsync<ProjectHistory, IReadOnlyList<HistoryLine>>(role, async h => await h.MovesAsync(await IdAsync(w, code), default))).Count > 0 ? Ok : NotFound),
        new("decisions", Rights.ViewHistory, async (w, role, code) => (await w.AsAsync<ProjectHistory, IReadOnlyList<(Decision, string)>>(role, async h => await h.DecisionsAsync(await IdAsync(w, code), default))).Count > 0 ? Ok : NotFound),
        new("audit", Rights.ViewAudit, async (w, role, code) => (await w.AsAsync<ProjectHistory, IReadOnlyList<Domain.Audit.AuditEntry>>(role, async h => await h.AuditAsync(await IdAsync(w, code), 1, default))).Count > 0 ? Ok : NotFound),
        new("workbook of the map", Rights.ExportProjects, async (w, role, code) => await w.AsAsync<IdentificationQueries, NeedMapReport?>(role, q => q.ReportAsync(code, "en", default)) is null ? NotFound : Ok),
        new("add to the map", Rights.EditWork, async (w, role, code) => Answer(await w.AsAsync<SaveNeedMapEntry, Outcome<Guid>>(role, s => s.AddAsync(code, WorkSamples.MapRow(), default)))),
        new("choose requirements", Rights.EditWork, async (w, role, code) => Answer(await w.AsAsync<AnswerRequirements, Outcome<Done>>(role, s => s.ChooseAsync(code, "nine-points", default)))),
        new("export rows", Rights.ExportProjects, ExportAsync),
        new("edit", Rights.EditProject, EditAsync),
        new("move", Rights.MoveProject, (w, role, code) => MoveAsync(w, role, code, MoveKind.Hold)),
        new("reopen", Rights.ReopenProject, (w, role, code) => MoveAsync(w, role, code, MoveKind.Reopen)),
        new("change template version", Rights.ChangeTemplate, async (w, role, code) => Answer(await w.AsAsync<ChangeTemplateVersion, Outcome<Done>>(role, c => c.HandleAsync(
            new VersionRequest { ProjectCode = code, ToVersion = 1, Version = 0, Reason = "Mencoba" }, default)))),
        new("template changes", Rights.ViewHistory, async (w, role, code) => (await w.AsAsync<ProjectHistory, IReadOnlyList<VersionLine>>(role, async h => await h.VersionsAsync(await IdAsync(w, code), default))).Count > 0 ? Ok : NotFound),
        new("attach", Rights.AttachDocument, async (w, role, code) => Answer(await w.AsAsync<AttachDocument, Outcome<Guid>>(role, a => a.HandleAsync(code, World.TextFile("other"), default)))),
        new("confirm", Rights.ConfirmItem, async (w, role, code) => Answer(await w.AsAsync<ConfirmItem, Outcome<Done>>(role, c => c.HandleAsync(code, ItemOf(role), true, "", default)))),
        new("decide", Rights.RecordDecision, async (w, role, code) => Answer(await w.AsAsync<RecordDecision, Outcome<Done>>(role, d => d.HandleAsync(code, Approval(w), default)))),
        new("ask for a decision", Rights.RequestDecision, async (w, role, code) => Answer(await w.AsAsync<RequestDecision, Outcome<Guid>>(role, r => r.HandleAsync(code, "head-of-region", "", default)))),
        new("withdraw a request", Rights.RequestDecision, async (w, role, code) => Answer(await w.AsAsync<WithdrawRequest, Outcome<Done>>(role, async r => await r.HandleAsync(await RequestAsync(w, role, code), default)))),
        new("look at a request", Rights.ViewReviews, async (w, role, code) => await w.AsAsync<ReviewPage, ReviewView?>(role, async p => await p.FindAsync(await RequestAsync(w, role, code), default)) is null ? NotFound : Ok),
        new("meet a condition", Rights.EditDeadline, MeetAsync),
        new("add deadline", Rights.EditDeadline, async (w, role, code) => Answer(await w.AsAsync<SetDeadline, Outcome<Guid>>(role, d => d.AddAsync(code, new DeadlineInput { Title = "Rapat", DueOn = new DateOnly(2027, 1, 4) }, default)))),
        new("mark deadline", Rights.EditDeadline, MarkAsync),
        new("waive deadline", Rights.WaiveDeadline, async (w, role, code) => Answer(await w.AsAsync<SetDeadline, Outcome<Done>>(role, async d => await d.WaiveAsync((await DeadlineAsync(w, code)).Id, "Tidak perlu", (await DeadlineAsync(w, code)).Version, default)))),
        new("add obstacle", Rights.EditObstacle, async (w, role, code) => Answer(await w.AsAsync<SaveObstacle, Outcome<Guid>>(role, s => s.AddAsync(code, Issue, default)))),
        new("change obstacle", Rights.EditObstacle, async (w, role, code) => Answer(await w.AsAsync<SaveObstacle, Outcome<Done>>(role, async s => await s.ChangeAsync(await ObstacleAsync(w, code), Issue, 0, default)))),
        new("add component", Rights.EditWork, async (w, role, code) => Answer(await w.AsAsync<SaveComponent, Outcome<Guid>>(role, s => s.AddAsync(code, new ComponentInput { Number = (int)role + 1, Name = "Komponen" }, default)))),
        new("appraisal document", Rights.ExportProjects, async (w, role, code) => await w.AsAsync<AppraisalQuery, Domain.Appraisal.AppraisalContent?>(role, q => q.FindAsync(code, "id", default)) is null ? NotFound : Ok),
        new("add position", Rights.EditWork, async (w, role, code) => Answer(await w.AsAsync<SavePosition, Outcome<Guid>>(role, s => s.AddAsync(code, WorkSamples.AgreedPosition, default)))),
        new("money", Rights.ViewProject, MoneyAsync),
        new("fund", Rights.EditAgreement, async (w, role, code) => Answer(await w.AsAsync<SaveFinancing, Outcome<Guid>>(role, s => s.AddAsync(code, new FinancingInput { AgreementId = w.Agreement.Id, CurrencyCode = "EUR", Amount = 5 }, default)))),
        new("add covenant", Rights.EditAgreement, async (w, role, code) => Answer(await w.AsAsync<SaveCovenant, Outcome<Guid>>(role, s => s.AddAsync(code, new CovenantInput { Requirement = "Audit" }, default)))),
        new("add category", Rights.EditAgreement, async (w, role, code) => Answer(await w.AsAsync<SaveCategory, Outcome<Guid>>(role, s => s.AddAsync(code, new CategoryInput { Code = "1" }, default)))),
        new("withdrawals", Rights.ViewProject, async (w, role, code) => await WithdrawalAsync(w, code) is { Id: var made } && Seen((await w.AsAsync<WithdrawalCockpit, WithdrawalPage>(role, c => c.PageAsync(new WithdrawalFilter { Search = code }, default))).Rows, r => r.Application.Id == made) == Ok ? Ok : NotFound),
        new("withdrawal", Rights.ViewProject, async (w, role, code) => await w.AsAsync<WithdrawalSheets, WithdrawalSheet?>(role, async s => await s.FindAsync((await WithdrawalAsync(w, code)).Id, await IdAsync(w, code), default)) is null ? NotFound : Ok),
        new("begin withdrawal", Rights.EditWithdrawal, async (w, role, code) => Answer(await w.AsAsync<SaveWithdrawal, Outcome<Guid>>(role, s => s.AddAsync(code, new WithdrawalInput(), default)))),
        new("change withdrawal", Rights.EditWithdrawal, async (w, role, code) => Answer(await w.AsAsync<SaveWithdrawal, Outcome<Done>>(role, async s => await s.ChangeAsync((await WithdrawalAsync(w, code)).Id, new WithdrawalInput(), 0, default)))),
        new("note a receipt", Rights.SubmitWithdrawal, async (w, role, code) => Answer(await w.AsAsync<SaveWithdrawal, Outcome<Done>>(role, async s => await s.ReceiveAsync((await WithdrawalAsync(w, code)).Id, new ReceiptInput(), 0, default)))),
        new("add line", Rights.EditWithdrawal, async (w, role, code) => Answer(await w.AsAsync<SaveWithdrawalLine, Outcome<Guid>>(role, s => s.AddAsync(code, new WithdrawalLineInput(), default)))),
        new("add evidence", Rights.EditWithdrawal, async (w, role, code) => Answer(await w.AsAsync<SaveWithdrawalEvidence, Outcome<Done>>(role, async s => await s.AddAsync((await WithdrawalAsync(w, code)).Id, null, default)))),
        new("check withdrawal", Rights.EditWithdrawal, (w, role, code) => StepAsync(w, role, code, WithdrawalStep.Check)),
        new("sign withdrawal", Rights.SignWithdrawal, (w, role, code) => StepAsync(w, role, code, WithdrawalStep.SignFirst)),
        new("submit withdrawal", Rights.SubmitWithdrawal, (w, role, code) => StepAsync(w, role, code, WithdrawalStep.SubmitToDonor)),
        new("book notice", Rights.BookPayment, (w, role, code) => StepAsync(w, role, code, WithdrawalStep.BookNotice)),
        new("book payment", Rights.BookPayment, async (w, role, code) => Answer(await w.AsAsync<BookPayment, Outcome<WithdrawalState>>(role, async b => await b.HandleAsync((await WithdrawalAsync(w, code)).Id, new PaymentInput(), 0, default)))),
        new("reverse payment", Rights.BookPayment, async (w, role, code) => Answer(await w.AsAsync<ReverseDisbursement, Outcome<WithdrawalState>>(role, async r => await r.HandleAsync((await WithdrawalAsync(w, code)).DisbursementId, "Salah", 0, default)))),
        new("disallow line", Rights.BookPayment, async (w, role, code) => Answer(await w.AsAsync<DisallowLine, Outcome<Done>>(role, async d => await d.HandleAsync((await WithdrawalAsync(w, code)).LineId, new DisallowInput(), 0, default)))),
        new("advance accounts", Rights.ViewProject, async (w, role, code) => await AccountAsync(w, code) is var account && await w.AsAsync<AdvanceSheet, AdvanceDetails?>(role, s => s.FindAsync(account.Id, account.ProjectId, default, null, 1, default)) is null ? NotFound : Ok),
        new("open advance account", Rights.EditWithdrawal, async (w, role, code) => Answer(await w.AsAsync<SaveAdvanceAccount, Outcome<Guid>>(role, s => s.AddAsync(code, new AdvanceAccountInput { Bank = "B" }, default)))),
        new("import statement", Rights.EditWithdrawal, async (w, role, code) => Answer(await w.AsAsync<ImportStatement, Outcome<StatementCheck>>(role, async s => await s.CheckAsync((await AccountAsync(w, code)).Id, "", default)))),
        new("import ledger", Rights.EditContract, async (w, role, code) => Answer(await w.AsAsync<ImportLedger, Outcome<LedgerCheck>>(role, async s => await s.CheckAsync(code, (await ContractAsync(w, code)).FinancingId, new LedgerUpload(new Dictionary<LedgerSheet, string>(), [], []), new LedgerFile("", ""), default)))),
        new("undo import", Rights.EditContract, async (w, role, code) => Answer(await w.AsAsync<UndoImport, Outcome<Done>>(role, async s => await s.HandleAsync(await ImportAsync(w, code), 0, default)))),
        new("add statement line", Rights.EditWithdrawal, async (w, role, code) => Answer(await w.AsAsync<SaveStatementLine, Outcome<Guid>>(role, async s => await s.AddAsync(code, new StatementLineInput { AccountId = (await AccountAsync(w, code)).Id }, default)))),
        new("add reconciliation", Rights.EditWithdrawal, async (w, role, code) => Answer(await w.AsAsync<SaveReconciliation, Outcome<Guid>>(role, async s => await s.AddAsync(code, new ReconciliationInput { AccountId = (await AccountAsync(w, code)).Id }, default)))),
        new("reconcile", Rights.EditWithdrawal, async (w, role, code) => Answer(await w.AsAsync<SaveReconciliation, Outcome<Done>>(role, async s => await s.ReconcileAsync(await ReconciliationAsync(w, code), 0, default)))),
        new("plan", Rights.EditAgreement, async (w, role, code) => Answer(await w.AsAsync<SaveProjection, Outcome<Guid>>(role, s => s.AddAsync(code, new ProjectionInput(), default)))),
        new("rate the project", Rights.EditAgreement, async (w, role, code) => Answer(await w.AsAsync<SaveRating, Outcome<Guid>>(role, s => s.AddAsync(code, new RatingInput(), default)))),
        new("add contract", Rights.EditContract, async (w, role, code) => Answer(await w.AsAsync<SaveContract, Outcome<Guid>>(role, s => s.AddAsync(code, new ContractInput { PackageNumber = "P" }, default)))),
        new("remove contract", Rights.EditContract, async (w, role, code) => Answer(await w.AsAsync<SaveContract, Outcome<Done>>(role, async s => await s.RemoveAsync((await ContractAsync(w, code)).Id, 0, default)))),
        new("vary contract", Rights.EditContract, async (w, role, code) => Answer(await w.AsAsync<SaveVariation, Outcome<Guid>>(role, async s => await s.AddAsync(code, new VariationInput { ContractId = (await ContractAsync(w, code)).Id }, default)))),
        new("add guarantee", Rights.EditContract, async (w, role, code) => Answer(await w.AsAsync<SaveGuarantee, Outcome<Guid>>(role, async s => await s.AddAsync(code, new GuaranteeInput { ContractId = (await ContractAsync(w, code)).Id }, default)))),
        new("add invoice", Rights.EditContract, async (w, role, code) => Answer(await w.AsAsync<SaveInvoice, Outcome<Guid>>(role, async s => await s.AddAsync(code, new InvoiceInput { ContractId = (await ContractAsync(w, code)).Id }, default)))),
        new("read progress", Rights.EditContract, async (w, role, code) => Answer(await w.AsAsync<ReadProgress, Outcome<Done>>(role, async s => await s.HandleAsync((await ContractAsync(w, code)).Id, new ProgressInput(), 0, default)))),
        new("contract register", Rights.ViewProject, async (w, role, code) => Seen((await w.AsAsync<ContractRegister, ContractPage>(role, async r => await r.PageAsync(new ContractFilter { ProjectId = (await ContractAsync(w, code)).ProjectId }, default))).Lines, line => line.ProjectCode == code)),
        new("contract sheet", Rights.ViewProject, async (w, role, code) => await w.AsAsync<ContractSheet, ContractDetails?>(role, async s => await s.FindAsync((await ContractAsync(w, code)).Id, await IdAsync(w, code), default)) is null ? NotFound : Ok),
        new("invoices", Rights.ViewProject, async (w, role, code) => Seen((await w.AsAsync<InvoiceList, InvoicePage>(role, async l => await l.PageAsync(new InvoiceFilter { ProjectId = (await ContractAsync(w, code, invoiced: true)).ProjectId }, default))).Lines, line => line.Invoice.Number == code)),
        new("end obstacle", Rights.EditObstacle, async (w, role, code) => Answer(await w.AsAsync<SaveObstacle, Outcome<Done>>(role, async s => await s.EndAsync(await ObstacleAsync(w, code), new DateOnly(2026, 3, 4), "", 0, default)))),
    ];

    private static readonly Path[] CommonPaths =
    [
        new("register", Rights.RegisterProject, async (w, role, code) => Answer(await w.AsAsync<RegisterProject, Outcome<string>>(role, r => r.HandleAsync(Samples.Details(w.Unit, $"NEW-{role}"), "generic", [], default)))),
        new("request ledger workbook", Rights.ExportProjects, async (w, role, _) => Answer(await w.AsAsync<RequestReport, Outcome<Guid>>(role, r => r.HandleAsync(LedgerReports.Withdrawals, new LedgerReportFilter(), default)))),
        new("request export", Rights.ExportProjects, async (w, role, _) => Answer(await w.AsAsync<RequestReport, Outcome<Guid>>(role, r => r.HandleAsync(new ProjectListFilter(), default)))),
        new("template versions", Rights.ViewTemplate, async (w, role, _) => (await w.AsAsync<TemplateVersions, IReadOnlyList<VersionRow>>(role, v => v.ListAsync(null, default))).Count > 0 ? Ok : NotAllowed),
        new("check template", Rights.ManageTemplates, async (w, role, _) => Answer(await w.AsAsync<PublishTemplate, Outcome<TemplateDraft>>(role, p => p.CheckAsync("a.yaml", "id: a", default)))),
        new("publish template", Rights.ManageTemplates, async (w, role, _) => Answer(await w.AsAsync<PublishTemplate, Outcome<CycleTemplate>>(role, p => p.HandleAsync("a.yaml", GenericEditions.Later(), default)))),
        new("retire template", Rights.ManageTemplates, async (w, role, _) => Answer(await w.AsAsync<RetireTemplate, Outcome<Done>>(role, r => r.RetireAsync("generic", 2, default)))),
        new("restore template", Rights.ManageTemplates, async (w, role, _) => Answer(await w.AsAsync<RetireTemplate, Outcome<Done>>(role, r => r.RestoreAsync("generic", 2, default)))),
        new("partners", Rights.ViewPartner, async (w, role, _) => (await w.AsAsync<PartnerQueries, Paged<PartnerRow>>(role, q => q.PageAsync("", null, 1, default))).Total > 0 ? Ok : NotAllowed),
        new("save partner", Rights.EditPartner, async (w, role, _) => Answer(await w.AsAsync<SavePartner, Outcome<Guid>>(role, s => s.HandleAsync(null, new PartnerInput { Name = $"Mitra {role}" }, 0, default)))),
        new("users", Rights.ManageUsers, async (w, role, _) => (await w.AsAsync<PeopleQueries, Paged<UserRow>>(role, q => q.UsersAsync("", 1, default))).Total > 0 ? Ok : NotAllowed),
        new("save user", Rights.ManageUsers, async (w, role, _) => Answer(await w.AsAsync<SaveUser, Outcome<Guid>>(role, s => s.HandleAsync(null, new UserInput { DisplayName = "Baru", Email = $"new-{role}@demo.local", Roles = [Role.Staff] }, default)))),
        new("unlock user", Rights.ManageUsers, async (w, role, _) => Answer(await w.AsAsync<SaveUser, Outcome<Done>>(role, s => s.UnlockAsync(w.Person(Role.Staff).Id, default)))),
        new("units", Rights.ManageUnits, async (w, role, _) => (await w.AsAsync<PeopleQueries, IReadOnlyList<UnitRow>>(role, q => q.UnitsAsync(default))).Count > 0 ? Ok : NotAllowed),
        new("save unit", Rights.ManageUnits, async (w, role, _) => Answer(await w.AsAsync<SaveUnit, Outcome<Guid>>(role, s => s.HandleAsync(null, new UnitInput { Code = $"U-{role}", Name = "Unit", RegionCode = "15.71" }, 0, default)))),
        new("save reminder policy", Rights.ManageReminders, async (w, role, _) => Answer(await w.AsAsync<SaveReminderPolicy, Outcome<Guid>>(role, s => s.HandleAsync(null, new ReminderPolicyInput { UnitId = w.Unit.Id, Kind = DeadlineKinds.ByHand, Audience = [ReminderRole.Owner] }, 0, default)))),
        new("remove reminder policy", Rights.ManageReminders, async (w, role, _) => Answer(await w.AsAsync<SaveReminderPolicy, Outcome<Done>>(role, async s => await s.RemoveAsync(await PolicyAsync(w, role), 0, default)))),
        new("reminder policies", Rights.ManageReminders, async (w, role, _) => await PolicyAsync(w, role) != Guid.Empty && (await w.AsAsync<ReminderPolicyQueries, IReadOnlyList<ReminderPolicyRow>>(role, q => q.ListAsync(default))).Count > 0 ? Ok : NotAllowed),
        new("preview reminders", Rights.ManageReminders, async (w, role, _) => Answer(await w.AsAsync<PreviewReminders, Outcome<ReminderSummary>>(role, p => p.HandleAsync(new DateOnly(2026, 3, 5), default)))),
        new("enter leave of another", Rights.ManageReminders, async (w, role, _) => Answer(await w.AsAsync<SaveLeave, Outcome<Guid>>(role, async s => await s.AddAsync(new LeaveInput { UserId = (await w.AddPersonAsync($"away-{role}@demo.local", w.Unit, Role.Staff)).Id }, default)))),
        new("add own holiday", Rights.ManageCalendars, async (w, role, _) => Answer(await w.AsAsync<EditCalendar, Outcome<Guid>>(role, c => c.AddAsync(new HolidayInput { Date = new DateOnly(2027, 5, (int)role + 1), Name = "HUT", UnitId = w.Unit.Id }, default)))),
        new("add rate", Rights.EditRates, async (w, role, _) => Answer(await w.AsAsync<SaveRate, Outcome<Guid>>(role, s => s.AddAsync(new RateInput(), default)))),
        new("change rate", Rights.EditRates, async (w, role, _) => Answer(await w.AsAsync<SaveRate, Outcome<Done>>(role, async s => await s.ChangeAsync(await RateAsync(w, role), new RateInput(), 0, default)))),
        new("remove rate", Rights.EditRates, async (w, role, _) => Answer(await w.AsAsync<SaveRate, Outcome<Done>>(role, async s => await s.RemoveAsync(await RateAsync(w, role), 0, default)))),
        new("check rates", Rights.EditRates, async (w, role, _) => Answer(await w.AsAsync<ImportRates, Outcome<RateCheck>>(role, i => i.CheckAsync("x", default)))),
        new("import rates", Rights.EditRates, async (w, role, _) => Answer(await w.AsAsync<ImportRates, Outcome<int>>(role, i => i.ImportAsync("x", default)))),
        new("import rates of the ECB", Rights.EditRates, async (w, role, _) => Answer(await w.AsAsync<ImportEcbRates, Outcome<EcbImported>>(role, i => i.HandleAsync(() => new StringReader(""), true, default)))),
        new("rates", Rights.ViewProject, async (w, role, _) => await w.AsAsync<RateList, Domain.Money.ExchangeRate?>(role, async l => await l.FindAsync(await RateAsync(w, role), default)) is null ? NotAllowed : Ok),
        new("import own holidays", Rights.ManageCalendars, async (w, role, _) => Answer(await w.AsAsync<ImportHolidays, Outcome<int>>(role, i => i.ImportAsync(new HolidayUpload($"2027-06-{(int)role + 1:D2},HUT", w.Unit.Id, false), default)))),
    ];

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Path_WhenTakenByEachRole_OpensOnlyWithItsRight(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var wrong = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var path in CommonPaths)
            {
                var expected = path.Right.Roles.Contains(role) ? Ok : NotAllowed;
                Note(wrong, path, role, "", expected, await path.TakeAsync(world, role, ""));
            }
        }
        Assert.Empty(wrong);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Path_WhenTakenByEachRoleInsideAndOutsideItsReach_OpensOnlyWithRightAndReach(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var wrong = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var path in ProjectPaths)
            {
                // A project each: one path must not spoil the next.
                var number = $"{(int)role}-{Array.IndexOf(ProjectPaths, path)}";
                var inside = await ProjectAsync(world, $"IN-{number}", world.Unit, world.Agreement.Id);
                var outside = await ProjectAsync(world, $"OUT-{number}", world.OtherUnit, null);
                var holds = path.Right.Roles.Contains(role);
                var seesAll = role is Role.Auditor or Role.Administrator;
                Note(wrong, path, role, "inside", holds ? Ok : Denied(path), await path.TakeAsync(world, role, inside));
                Note(wrong, path, role, "outside", !holds ? Denied(path) : seesAll ? Ok : NotFound, await path.TakeAsync(world, role, outside));
            }
        }
        Assert.Empty(wrong);
    }

    /// <summary>Reading without the right shows nothing; acting without it is refused.</summary>
    private static string Denied(Path path) =>
        path.Right == Rights.ViewProject || path.Right == Rights.ViewHistory || path.Right == Rights.ViewAudit || path.Right == Rights.ViewReviews || path.Right == Rights.ViewReminders
            || path.Name is "export rows" or "appraisal document" or "workbook of the map" ? NotFound : NotAllowed;

    private static void Note(List<string> wrong, Path path, Role role, string where, string expected, string got)
    {
        if (expected != got)
            wrong.Add($"{path.Name} by {role} {where}: {got} instead of {expected}");
    }

    /// <summary>Inside, the project's agreement pays; outside, one that nobody is let in by.</summary>
    private static async Task<string> MoneyAsync(World w, Role role, string code)
    {
        var id = await IdAsync(w, code);
        var agreement = code.StartsWith("IN", StringComparison.Ordinal) ? w.Agreement : Samples.Agreement(w.Partner);
        await w.WriteAsync(async db =>
        {
            if (agreement.Id != w.Agreement.Id)
                db.Add(agreement);
            await db.AddAsync(new Domain.Ledger.Financing { ProjectId = id, AgreementId = agreement.Id, Number = 1, CurrencyCode = "EUR", MinorUnits = 5 });
        });
        return (await w.AsAsync<MoneyOverview, IReadOnlyList<FinancingStanding>>(role, o => o.LoadAsync(id, new DateOnly(2026, 3, 4), new(), default))).Count > 0 ? Ok : NotFound;
    }

    private static async Task<string> LedgerAsync(World w, Role role, string code)
    {
        await w.WriteAsync(async db =>
        {
            var deadline = await db.Deadlines.FirstAsync(d => d.ProjectId == db.Projects.Single(p => p.Code == code).Id);
            db.Add(new ReminderDelivery { DeadlineId = deadline.Id, DueOn = deadline.DueOn, Offset = 0, RecipientId = w.Person(Role.Staff).Id, OwedOn = deadline.DueOn, PlannedOn = deadline.DueOn, Suppressed = SuppressionReasons.Collapsed });
        });
        return Seen(await w.AsAsync<ReminderLedger, Paged<LedgerRow>>(role, l => l.PageAsync(new LedgerFilter { Project = code }, default)), r => r.ProjectCode == code);
    }

    /// <summary>A contract of the project that nothing hangs on; one with an invoice named like the project where it is asked for.</summary>
    private static async Task<Domain.Ledger.Contract> ContractAsync(World w, string code, bool invoiced = false)
    {
        var project = await w.ReadAsync(db => db.Projects.AsNoTracking().SingleAsync(p => p.Code == code));
        var agreement = Samples.Agreement(w.Partner);
        if (project.AgreementId is null)
            await w.AddAsync(agreement);
        var financing = ContractSamples.Financing(project.Id, project.AgreementId is null ? agreement : w.Agreement);
        var category = ContractSamples.Category(financing);
        var contract = ContractSamples.Contract(category);
        await w.AddAsync([financing, category, contract, .. invoiced ? new object[] { ContractSamples.Invoice(contract, code, 100) } : []]);
        return contract;
    }

    private static async Task<AdvanceAccount> AccountAsync(World w, string code)
    {
        var contract = await ContractAsync(w, code);
        var account = new AdvanceAccount { ProjectId = contract.ProjectId, FinancingId = contract.FinancingId, Bank = "Bank", CurrencyCode = "EUR" };
        await w.AddAsync(account);
        return account;
    }

    private static async Task<Guid> ReconciliationAsync(World w, string code)
    {
        var account = await AccountAsync(w, code);
        var sheet = new AccountReconciliation { ProjectId = account.ProjectId, FinancingId = account.FinancingId, AccountId = account.Id, On = new DateOnly(2026, 1, 31) };
        await w.AddAsync(sheet);
        return sheet.Id;
    }

    private static async Task<Guid> ImportAsync(World w, string code)
    {
        var contract = await ContractAsync(w, code);
        var import = new LedgerImport
        {
            ProjectId = contract.ProjectId,
            FinancingId = contract.FinancingId,
            FileName = "a.xlsx",
            FileHash = "",
            At = FakeClock.Start,
            ById = w.Person(Role.Finance).Id,
            Added = 0,
            Changed = 0,
        };
        await w.AddAsync(import);
        return import.Id;
    }

    private static async Task<Guid> RateAsync(World w, Role role)
    {
        var rate = new Domain.Money.ExchangeRate { FromCode = "USD", ToCode = "IDR", Type = Domain.Money.RateType.BiBuy, On = new DateOnly(2020, 1, 1).AddDays(Interlocked.Increment(ref _rates)), Rate = 1, Source = $"{role}" };
        await w.AddAsync(rate);
        return rate.Id;
    }

    private static async Task<Guid> PolicyAsync(World w, Role role)
    {
        var policy = new ReminderPolicy { UnitId = w.Unit.Id, Kind = $"{Guid.NewGuid()}"[..8] + role };
        await w.WriteAsync(db =>
        {
            db.Add(policy);
            return Task.CompletedTask;
        });
        return policy.Id;
    }

    /// <summary>Anything but a refusal of right or reach counts as let in: the path itself may still have a wish.</summary>
    private static string Answer<T>(Outcome<T> outcome) =>
        outcome.Refusals.Select(r => r.Code).FirstOrDefault(code => code is NotAllowed or NotFound) ?? Ok;

    private static string Seen<T>(Paged<T> page, Func<T, bool> isIt) => page.Rows.Any(isIt) ? Ok : NotFound;

    /// <summary>An item that this role may confirm, so that only right and reach decide.</summary>
    private static string ItemOf(Role role) =>
        World.Templates.Current("generic")!.Checklist.FirstOrDefault(i => i.ConfirmedBy.Contains(role))?.Code ?? "pmu-set-up";

    private static DecisionInput Approval(World world) => new()
    {
        AuthorityCode = "head-of-region",
        Outcome = DecisionOutcome.Approved,
        DecidedOn = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime),
    };

    private static Task<Guid> IdAsync(World world, string code) => world.ReadAsync(db => db.Projects.Where(p => p.Code == code).Select(p => p.Id).SingleAsync());

    private static async Task<string> ProjectAsync(World world, string code, Unit unit, Guid? agreementId)
    {
        var project = Domain.Projects.Project.Register(
            Samples.Details(unit, code) with { AgreementId = agreementId }, World.Templates.Current("generic")!, "identification", new DateOnly(2026, 3, 4), FakeClock.Start);
        await world.WriteAsync(async db =>
        {
            db.Add(project);
            db.Add(Samples.Deadline(project, new DateOnly(2026, 1, 2)));
            db.Add(new Obstacle { ProjectId = project.Id, Code = "O4.1", Cause = "Sebab", Party = ObstacleParty.Region, StageCode = project.State, StartedOn = project.StateSince });
            db.Add(new StageMove { ProjectId = project.Id, TemplateId = project.TemplateId, TemplateVersion = project.TemplateVersion, To = "identification", On = project.StateSince, RecordedAt = FakeClock.Start, MovedById = null });
            db.Add(new TemplateChange { ProjectId = project.Id, FromVersion = 0, ToVersion = 1, On = project.StateSince, RecordedAt = FakeClock.Start, ChangedById = world.Person(Role.Manager).Id, Reason = "Contoh" });
            db.Add(new Decision { ProjectId = project.Id, AuthorityCode = "tkksd", Outcome = DecisionOutcome.Approved, DecidedOn = project.StateSince, RecordedById = world.Person(Role.Reviewer).Id, RecordedAt = FakeClock.Start });
            var document = new Domain.Documents.Document { ProjectId = project.Id, KindCode = "other", Title = "Surat", StageCode = project.State };
            db.Add(document);
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(code));
            var stored = await new FileStore(new DataFolder(world.FilesDirectory)).SaveAsync(content, default);
            db.Add(new Domain.Documents.DocumentVersion
            {
                DocumentId = document.Id,
                ProjectId = project.Id,
                Number = 1,
                Hash = stored.Hash,
                FileName = "surat.txt",
                ContentType = "text/plain",
                Size = stored.Size,
                UploadedById = world.Person(Role.Staff).Id,
                UploadedAt = FakeClock.Start,
            });
        });
        return code;
    }

    private static async Task<string> DownloadAsync(World world, Role role, string code)
    {
        var id = await IdAsync(world, code);
        var version = await world.ReadAsync(db => db.DocumentVersions.Where(v => db.Documents.Any(d => d.Id == v.DocumentId && d.ProjectId == id)).Select(v => v.Id).SingleAsync());
        var file = await world.AsAsync<DocumentQueries, Download?>(role, q => q.OpenAsync(version, default));
        await using var content = file?.Content;
        return file is null ? NotFound : Ok;
    }

    private static async Task<string> ExportAsync(World world, Role role, string code) => await world.AsAsync<PortfolioQuery, string>(role, async query =>
    {
        var (report, _) = await query.LoadAsync(new ProjectListFilter { Search = code }, "en", null, default);
        var rows = await CountAsync(report.Projects) + await CountAsync(report.History) + await CountAsync(report.Deadlines) + report.ByStage.Sum(s => s.Projects);
        return rows > 0 ? Ok : NotFound;
    });

    private static async Task<int> CountAsync<T>(IAsyncEnumerable<T> rows)
    {
        var count = 0;
        await foreach (var _ in rows)
            count++;
        return count;
    }

    private static async Task<string> EditAsync(World world, Role role, string code)
    {
        var project = (await world.ViewAsync(code))!.Project;
        return Answer(await world.AsAsync<EditProject, Outcome<Done>>(role, e => e.HandleAsync(code, ProjectDetailsChange.Of(project), project.Version, default)));
    }

    private static async Task<string> MoveAsync(World world, Role role, string code, MoveKind kind) =>
        Answer(await world.MoveAsync(code, kind, reason: "Alasan", by: world.Person(role)));

    private static async Task<Guid> ObstacleAsync(World world, string code)
    {
        var id = await IdAsync(world, code);
        return await world.ReadAsync(db => db.Obstacles.Where(o => o.ProjectId == id).Select(o => o.Id).SingleAsync());
    }

    /// <summary>An open request that the person with <paramref name="role"/> has made.</summary>
    private static async Task<Guid> RequestAsync(World world, Role role, string code)
    {
        var request = new DecisionRequest { ProjectId = await IdAsync(world, code), AuthorityCode = "dprd", AskedById = world.Person(role).Id, AskedAt = FakeClock.Start, AskedOn = new DateOnly(2026, 3, 4) };
        await world.WriteAsync(db => db.AddAsync(request).AsTask());
        return request.Id;
    }

    /// <summary>A draft with a line and a payment, as no use case would leave it: only right and reach are asked here.</summary>
    private static async Task<(Guid Id, Guid LineId, Guid DisbursementId)> WithdrawalAsync(World world, string code)
    {
        var project = await world.ReadAsync(db => db.Projects.AsNoTracking().SingleAsync(p => p.Code == code));
        var agreement = project.AgreementId is null ? Samples.Agreement(world.Partner) : null;
        var financing = new Financing { ProjectId = project.Id, AgreementId = project.AgreementId ?? agreement!.Id, Number = 1, CurrencyCode = "USD" };
        var category = new ExpenditureCategory { ProjectId = project.Id, FinancingId = financing.Id, Code = "1" };
        var preparer = world.Person(Role.Finance).Id;
        var application = new WithdrawalApplication { ProjectId = project.Id, FinancingId = financing.Id, Number = 1, CurrencyCode = "USD", PreparedById = preparer };
        var line = new WithdrawalLine { ProjectId = project.Id, FinancingId = financing.Id, ApplicationId = application.Id, CategoryId = category.Id, InvoiceCurrencyCode = "USD" };
        var paid = new Disbursement
        {
            ProjectId = project.Id,
            FinancingId = financing.Id,
            ApplicationId = application.Id,
            CategoryId = category.Id,
            ValueDate = project.StateSince,
            CurrencyCode = "USD",
            Paid = 0,
            Charged = 0,
            ChargedRate = Domain.Money.BookedRate.Same,
            Rupiah = 0,
            RupiahRate = Domain.Money.BookedRate.Same,
            BookedById = preparer,
            BookedAt = FakeClock.Start,
        };
        await world.WriteAsync(db =>
        {
            db.AddRange(new object?[] { agreement, financing, category, application, line, paid }.OfType<object>());
            return Task.CompletedTask;
        });
        return (application.Id, line.Id, paid.Id);
    }

    private static async Task<string> StepAsync(World world, Role role, string code, WithdrawalStep step)
    {
        var application = (await WithdrawalAsync(world, code)).Id;
        return Answer(await world.AsAsync<MoveWithdrawal, Outcome<WithdrawalState>>(role, m => m.HandleAsync(new WithdrawalStepInput { ApplicationId = application, Step = step, Version = 0 }, default)));
    }

    private static async Task<string> MeetAsync(World world, Role role, string code)
    {
        var id = await IdAsync(world, code);
        var decision = await world.ReadAsync(db => db.Decisions.Where(d => d.ProjectId == id).Select(d => d.Id).SingleAsync());
        var condition = new DecisionCondition { ProjectId = id, DecisionId = decision, Text = "Syarat", Number = 1 };
        await world.WriteAsync(db => db.AddAsync(condition).AsTask());
        return Answer(await world.AsAsync<MeetCondition, Outcome<Done>>(role, m => m.HandleAsync(condition.Id, true, "", condition.Version, default)));
    }

    private static async Task<string> MarkAsync(World world, Role role, string code)
    {
        var deadline = await DeadlineAsync(world, code);
        return Answer(await world.AsAsync<SetDeadline, Outcome<Done>>(role, d => d.MeetAsync(deadline.Id, new DeadlineMet(), deadline.Version, default)));
    }

    private static async Task<Deadline> DeadlineAsync(World world, string code)
    {
        var id = await IdAsync(world, code);
        return await world.ReadAsync(db => db.Deadlines.SingleAsync(d => d.ProjectId == id));
    }
}
