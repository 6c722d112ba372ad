using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Domain.Background;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Reminders;
using ProjectCycle.Testing;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Security;

/// <summary>Who may open which page and send which form: every role against every address.</summary>
public sealed class PageRightsTests(FurnishedOffice office) : IClassFixture<FurnishedOffice>, IAsyncLifetime
{
    /// <summary>Every page behind the sign-in, an address of it, and the right it asks for; null where being signed in will do.</summary>
    private static readonly (string Page, string Address, Right? Right)[] Pages =
    [
        ("/Account/ChangePassword", "/account/change-password", null),
        ("/Actors/Decree", "/team/{unit}/decree", Rights.EditWork),
        ("/Actors/Index", "/team", Rights.ViewProject),
        ("/Actors/Member", "/team/{unit}/members/new", Rights.EditWork),
        ("/Actors/Task", "/team/{unit}/tasks/new", Rights.EditWork),
        ("/Admin/Background/Index", "/admin/background", Rights.ViewBackground),
        ("/Admin/Calendars/Import", "/admin/calendars/import", Rights.ManageCalendars),
        ("/Admin/Calendars/Index", "/admin/calendars", Rights.ManageCalendars),
        ("/Admin/Units/Edit", "/admin/units/{unit}", Rights.ManageUnits),
        ("/Admin/Units/Edit", "/admin/units/new", Rights.ManageUnits),
        ("/Admin/Units/Index", "/admin/units", Rights.ManageUnits),
        ("/Admin/Users/Edit", "/admin/users/{user}", Rights.ManageUsers),
        ("/Admin/Users/Edit", "/admin/users/new", Rights.ManageUsers),
        ("/Admin/Users/Index", "/admin/users", Rights.ManageUsers),
        ("/Deadlines/Calendar", "/deadlines/calendar", Rights.ViewProject),
        ("/Deadlines/Feed", "/deadlines/feed", Rights.ViewProject),
        ("/Deadlines/File", "/deadlines/calendar.ics", Rights.ViewProject),
        ("/Deadlines/File", "/projects/JMB-1/deadlines.ics", Rights.ViewProject),
        ("/Deadlines/Index", "/deadlines", Rights.ViewProject),
        ("/Documents/Download", "/documents/{document}", Rights.ViewProject),
        ("/Home/Index", "/", Rights.ViewProject),
        ("/Notices/Index", "/notices", null),
        ("/Obstacles/Index", "/obstacles", Rights.ViewProject),
        ("/Partners/Details", "/partners/{partner}", Rights.ViewPartner),
        ("/Partners/Edit", "/partners/{partner}/edit", Rights.EditPartner),
        ("/Partners/Edit", "/partners/new", Rights.EditPartner),
        ("/Partners/Index", "/partners", Rights.ViewPartner),
        ("/Projects/Actors/Actor", "/projects/JMB-1/people/new", Rights.EditWork),
        ("/Projects/Actors/People", "/projects/JMB-1/people", Rights.ViewProject),
        ("/Projects/Appraisal/Activity", "/projects/JMB-1/work/components/activities/new", Rights.EditWork),
        ("/Projects/Appraisal/Component", "/projects/JMB-1/work/components/new", Rights.EditWork),
        ("/Projects/Appraisal/Components", "/projects/JMB-1/work/components", Rights.ViewProject),
        ("/Projects/Appraisal/Document", "/projects/JMB-1/work/appraisal.docx", Rights.ExportProjects),
        ("/Projects/Appraisal/Draft", "/projects/JMB-1/work/legal-drafts/new", Rights.EditWork),
        ("/Projects/Appraisal/LegalDrafts", "/projects/JMB-1/work/legal-drafts", Rights.ViewProject),
        ("/Projects/Appraisal/Position", "/projects/JMB-1/work/project-unit/new", Rights.EditWork),
        ("/Projects/Appraisal/ProblemSolving", "/projects/JMB-1/work/problem-solving", Rights.ViewProject),
        ("/Projects/Appraisal/ProjectUnit", "/projects/JMB-1/work/project-unit", Rights.ViewProject),
        ("/Projects/Appraisal/Risk", "/projects/JMB-1/work/risks/new", Rights.EditWork),
        ("/Projects/Appraisal/Risks", "/projects/JMB-1/work/risks", Rights.ViewProject),
        ("/Projects/Appraisal/Step", "/projects/JMB-1/work/problem-solving/new", Rights.EditWork),
        ("/Projects/Contracts/Contract", "/projects/JMB-1/money/contracts/new", Rights.EditContract),
        ("/Projects/Contracts/Contract", "/projects/JMB-1/money/contracts/{contract}", Rights.EditContract),
        ("/Projects/Contracts/Contracts", "/projects/JMB-1/money/contracts", Rights.ViewProject),
        ("/Projects/Contracts/Guarantee", "/projects/JMB-1/money/contracts/{contract}/guarantees/new", Rights.EditContract),
        ("/Projects/Contracts/Invoice", "/projects/JMB-1/money/invoices/new", Rights.EditContract),
        ("/Projects/Contracts/Invoices", "/projects/JMB-1/money/invoices", Rights.ViewProject),
        ("/Projects/Contracts/Sheet", "/projects/JMB-1/money/contracts/{contract}/sheet", Rights.ViewProject),
        ("/Projects/Contracts/Variation", "/projects/JMB-1/money/contracts/{contract}/variations/new", Rights.EditContract),
        ("/Projects/Cycle", "/projects/JMB-1/cycle", Rights.ViewProject),
        ("/Projects/Deadlines", "/projects/JMB-1/deadlines", Rights.ViewProject),
        ("/Projects/Documents", "/projects/JMB-1/documents", Rights.ViewProject),
        ("/Projects/Edit", "/projects/JMB-1/edit", Rights.EditProject),
        ("/Projects/Evidence", "/projects/JMB-1/evidence", Rights.ViewHistory),
        ("/Projects/History", "/projects/JMB-1/history", Rights.ViewHistory),
        ("/Projects/Index", "/projects", Rights.ViewProject),
        ("/Projects/Obstacles", "/projects/JMB-1/obstacles", Rights.ViewProject),
        ("/Projects/Intent/CooperationPlan", "/projects/JMB-1/work/cooperation-plan", Rights.ViewProject),
        ("/Projects/Intent/Field", "/projects/JMB-1/work/cooperation-plan/fields/new", Rights.EditWork),
        ("/Projects/Intent/Letter", "/projects/JMB-1/work/letter-of-intent/new", Rights.EditWork),
        ("/Projects/Intent/LetterOfIntent", "/projects/JMB-1/work/letter-of-intent", Rights.ViewProject),
        ("/Projects/Intent/Plan", "/projects/JMB-1/work/cooperation-plan/new", Rights.EditWork),
        ("/Projects/Ledger/Agreement", "/projects/JMB-1/money/agreements/{financing}", Rights.ViewProject),
        ("/Projects/Ledger/Agreements", "/projects/JMB-1/money/agreements", Rights.ViewProject),
        ("/Projects/Ledger/AmountChange", "/projects/JMB-1/money/changes/new", Rights.EditAgreement),
        ("/Projects/Ledger/Category", "/projects/JMB-1/money/categories/new", Rights.EditAgreement),
        ("/Projects/Ledger/Counterpart", "/projects/JMB-1/money/counterpart/new", Rights.EditAgreement),
        ("/Projects/Ledger/Covenant", "/projects/JMB-1/money/covenants/new", Rights.EditAgreement),
        ("/Projects/Ledger/Financing", "/projects/JMB-1/money/agreements/new", Rights.EditAgreement),
        ("/Projects/Ledger/Financing", "/projects/JMB-1/money/agreements/{financing}/edit", Rights.EditAgreement),
        ("/Projects/Ledger/Index", "/projects/JMB-1/money", Rights.ViewProject),
        ("/Projects/Ledger/Import", "/projects/JMB-1/money/import", Rights.ViewProject),
        ("/Projects/Ledger/Monitoring", "/projects/JMB-1/money/monitoring", Rights.ViewProject),
        ("/Projects/Ledger/Projection", "/projects/JMB-1/money/projections/new", Rights.EditAgreement),
        ("/Projects/Ledger/Projection", "/projects/JMB-1/money/projections/{projection}", Rights.EditAgreement),
        ("/Projects/Ledger/Projections", "/projects/JMB-1/money/projections", Rights.ViewProject),
        ("/Projects/Ledger/Rating", "/projects/JMB-1/money/ratings/new?scale=Kfw", Rights.EditAgreement),
        ("/Projects/Ledger/Reports", "/projects/JMB-1/money/reports", Rights.ViewProject),
        ("/Projects/Ledger/Reallocation", "/projects/JMB-1/money/reallocations/new", Rights.EditAgreement),
        ("/Projects/Advance/Account", "/projects/JMB-1/money/advance/new", Rights.EditWithdrawal),
        ("/Projects/Advance/Accounts", "/projects/JMB-1/money/advance", Rights.ViewProject),
        ("/Projects/Advance/Line", "/projects/JMB-1/money/advance/{account}/lines/new", Rights.EditWithdrawal),
        ("/Projects/Advance/Reconciliation", "/projects/JMB-1/money/advance/{account}/reconciliations/new", Rights.EditWithdrawal),
        ("/Projects/Advance/Sheet", "/projects/JMB-1/money/advance/{account}/sheet", Rights.ViewProject),
        ("/Projects/Advance/Statement", "/projects/JMB-1/money/advance/{account}/statement", Rights.EditWithdrawal),
        ("/Projects/Matchmaking/Candidate", "/projects/JMB-1/work/matchmaking/{candidate}", Rights.EditWork),
        ("/Projects/Matchmaking/Choose", "/projects/JMB-1/work/matchmaking/{candidate}/choose", Rights.EditWork),
        ("/Projects/Matchmaking/Matchmaking", "/projects/JMB-1/work/matchmaking", Rights.ViewProject),
        ("/Projects/Matchmaking/Scores", "/projects/JMB-1/work/matchmaking/{candidate}/scores", Rights.EditWork),
        ("/Projects/Matchmaking/Weights", "/projects/JMB-1/work/matchmaking/weights", Rights.EditWork),
        ("/Projects/Ledger/Withdrawal", "/projects/JMB-1/money/withdrawals/{withdrawal}", Rights.ViewProject),
        ("/Projects/Ledger/WithdrawalDisallow", "/projects/JMB-1/money/withdrawals/{withdrawal}/lines/{withdrawalLine}/disallow", Rights.BookPayment),
        ("/Projects/Ledger/WithdrawalForm", "/projects/JMB-1/money/withdrawals/{withdrawal}/edit", Rights.EditWithdrawal),
        ("/Projects/Ledger/WithdrawalForm", "/projects/JMB-1/money/withdrawals/new", Rights.EditWithdrawal),
        ("/Projects/Ledger/WithdrawalLine", "/projects/JMB-1/money/withdrawals/{withdrawal}/lines/{withdrawalLine}", Rights.EditWithdrawal),
        ("/Projects/Ledger/WithdrawalLine", "/projects/JMB-1/money/withdrawals/{withdrawal}/lines/new", Rights.EditWithdrawal),
        ("/Projects/Ledger/WithdrawalPayment", "/projects/JMB-1/money/withdrawals/{withdrawal}/payment", Rights.BookPayment),
        ("/Projects/Ledger/Withdrawals", "/projects/JMB-1/money/withdrawals", Rights.ViewProject),
        ("/Projects/Negotiation/Action", "/projects/JMB-1/work/actions/new", Rights.EditWork),
        ("/Projects/Negotiation/Actions", "/projects/JMB-1/work/actions", Rights.ViewProject),
        ("/Projects/Negotiation/Effectiveness", "/projects/JMB-1/work/signing/condition/new", Rights.EditWork),
        ("/Projects/Negotiation/Position", "/projects/JMB-1/work/positions/new", Rights.EditWork),
        ("/Projects/Negotiation/Positions", "/projects/JMB-1/work/positions", Rights.ViewProject),
        ("/Projects/Negotiation/Round", "/projects/JMB-1/work/rounds/new", Rights.EditWork),
        ("/Projects/Negotiation/Rounds", "/projects/JMB-1/work/rounds", Rights.ViewProject),
        ("/Projects/Negotiation/Signatory", "/projects/JMB-1/work/signing/signatory/new", Rights.EditWork),
        ("/Projects/Negotiation/Signing", "/projects/JMB-1/work/signing", Rights.ViewProject),
        ("/Projects/New", "/projects/new", Rights.RegisterProject),
        ("/Projects/Overview", "/projects/JMB-1", Rights.ViewProject),
        ("/Projects/Preparation/Criterion", "/projects/JMB-1/work/readiness/land", Rights.ViewProject),
        ("/Projects/Preparation/Point", "/projects/JMB-1/work/studies/technical/new", Rights.EditWork),
        ("/Projects/Preparation/Readiness", "/projects/JMB-1/work/readiness", Rights.ViewProject),
        ("/Projects/Preparation/Studies", "/projects/JMB-1/work/studies", Rights.ViewProject),
        ("/Projects/Preparation/Study", "/projects/JMB-1/work/studies/technical", Rights.ViewProject),
        ("/Projects/Template", "/projects/JMB-1/template", Rights.ViewProject),
        ("/Projects/Identification/Alignment", "/projects/JMB-1/work/alignment", Rights.ViewProject),
        ("/Projects/Identification/AlignmentRow", "/projects/JMB-1/work/alignment/new", Rights.EditWork),
        ("/Projects/Identification/ConceptNote", "/projects/JMB-1/work/concept-note", Rights.ViewProject),
        ("/Projects/Identification/ConceptNoteEdit", "/projects/JMB-1/work/concept-note/new", Rights.EditWork),
        ("/Projects/Identification/NeedMap", "/projects/JMB-1/work/need-map", Rights.ViewProject),
        ("/Projects/Identification/NeedMapFile", "/projects/JMB-1/work/need-map/file", Rights.ExportProjects),
        ("/Projects/Identification/NeedMapImport", "/projects/JMB-1/work/need-map/import", Rights.EditWork),
        ("/Projects/Identification/NeedMapRow", "/projects/JMB-1/work/need-map/new", Rights.EditWork),
        ("/Projects/Identification/Requirements", "/projects/JMB-1/work/requirements", Rights.ViewProject),
        ("/Projects/Work/Index", "/projects/JMB-1/work", Rights.ViewProject),
        ("/Rates/Edit", "/money/rates/{rate}", Rights.EditRates),
        ("/Rates/Edit", "/money/rates/new", Rights.EditRates),
        ("/Rates/Import", "/money/rates/import", Rights.EditRates),
        ("/Rates/Index", "/money/rates?amount=5&of=USD&into=IDR", Rights.ViewProject),
        ("/Reminders/Certificate", "/reminders/certificate", Rights.ViewReminders),
        ("/Reminders/Index", "/reminders", Rights.ViewReminders),
        ("/Reminders/Leave", "/reminders/leave", null),
        ("/Reminders/Policies/Edit", "/reminders/policies/{policy}", Rights.ManageReminders),
        ("/Reminders/Policies/Edit", "/reminders/policies/new", Rights.ManageReminders),
        ("/Reminders/Policies/Index", "/reminders/policies", Rights.ManageReminders),
        ("/Reminders/Preview", "/reminders/preview", Rights.ManageReminders),
        ("/Reports/Index", "/reports", Rights.ExportProjects),
        ("/Reports/Index", "/reports?handler=Runs", Rights.ExportProjects),
        ("/Reviews/Details", "/reviews/{request}", Rights.ViewReviews),
        ("/Reviews/Index", "/reviews", Rights.ViewReviews),
        ("/Templates/Compare", "/templates/kfw/compare", Rights.ViewTemplate),
        ("/Templates/Details", "/templates/kfw", Rights.ViewTemplate),
        ("/Templates/Details", "/templates/kfw/2", Rights.ViewTemplate),
        ("/Templates/Diagram", "/templates/kfw/2/diagram", Rights.ViewTemplate),
        ("/Templates/Diagram", "/templates/kfw/2/diagram?handler=Source", Rights.ViewTemplate),
        ("/Templates/Details", "/templates/kfw/2?handler=Text", Rights.ViewTemplate),
        ("/Templates/Index", "/templates", Rights.ViewTemplate),
        ("/Templates/Upload", "/templates/upload", Rights.ManageTemplates),
        ("/Portfolio/Curve", "/money/curve", Rights.ViewProject),
        ("/Portfolio/Index", "/money", Rights.ViewProject),
        ("/Withdrawals/Index", "/money/withdrawals", Rights.ViewProject),
    ];

    /// <summary>Pages that answer in their own way, and where that is tested.</summary>
    private static readonly string[] Apart =
    [
        "/Account/SignOut", // SignInTests
        "/Notices/Open", // NoticesTests: for one's own notices only
        "/Reports/File", // ReportsTests: for one's own runs only
    ];

    /// <summary>Forms with what they send at least, and the right they ask for.</summary>
    private static readonly (string Address, Right Right)[] Forms =
    [
        ("/admin/background?handler=Retry&id={message}", Rights.RetryBackground),
        ("/admin/background?handler=RetryAll", Rights.RetryBackground),
        ("/admin/calendars?handler=Add&Input.Date=2026-05-05&Input.Name=Libur&Input.UnitId={unit}", Rights.ManageCalendars),
        ("/admin/calendars?handler=Remove&id={holiday}", Rights.ManageCalendars),
        ("/admin/calendars/import?handler=Check&Input.Text=2026-05-05,Libur&Input.UnitId={unit}", Rights.ManageCalendars),
        ("/admin/calendars/import?handler=Import&Input.Text=2026-05-06,Libur&Input.UnitId={unit}", Rights.ManageCalendars),
        ("/admin/units/new?Input.Name=PMU&Input.Code=PMU-NEW&Input.RegionCode=15.71&Input.Zone=Wib", Rights.ManageUnits),
        ("/admin/units/{unit}?Input.Name=PMU&Input.Code=PMU-CHANGED&Input.RegionCode=15.71&Input.Zone=Wib", Rights.ManageUnits),
        ("/admin/users/new?Input.DisplayName=New&Input.Email=new@demo.local&Input.Roles=Administrator", Rights.ManageUsers),
        ("/admin/users/{user}?Input.DisplayName=Other&Input.Email=other@demo.local&Input.Roles=Administrator&Input.IsActive=true", Rights.ManageUsers),
        ("/admin/users/{user}?handler=Link", Rights.ManageUsers),
        ("/admin/users/{user}?handler=Unlock", Rights.ManageUsers),
        ("/deadlines?handler=Done&id={deadline}&version={deadlineVersion}", Rights.EditDeadline),
        ("/deadlines?handler=Reopen&id={deadline}&version={deadlineVersion}", Rights.EditDeadline),
        ("/deadlines/feed?handler=Make", Rights.ViewProject),
        ("/deadlines/feed?handler=Revoke", Rights.ViewProject),
        ("/notices?handler=ReadAll&until=2026-03-04", Rights.ViewProject),
        ("/partners/new?Input.Name=Somebody&Input.Kind=Donor", Rights.EditPartner),
        ("/partners/{partner}/edit?Input.Name=Changed&Input.Kind=Donor", Rights.EditPartner),
        ("/partners/{partner}?agreement=new&Input.Number=N-1&Input.Title=Loan", Rights.EditPartner),
        ("/projects/new?Input.Code=NEW-1", Rights.RegisterProject),
        ("/projects/JMB-1/edit?Input.Code=JMB-1", Rights.EditProject),
        ("/money/withdrawals?handler=Export", Rights.ExportProjects),
        ("/projects/JMB-1/money/import", Rights.EditContract),
        ("/projects/JMB-1/money/import?handler=Import", Rights.EditContract),
        ("/projects/JMB-1/money/import?handler=Marked", Rights.EditContract),
        ("/projects/JMB-1/money/import?handler=Undo&id={import}&version=-1", Rights.EditContract),
        ("/projects/JMB-1/money/reports?handler=Make&report=wa-register", Rights.ExportProjects),
        ("/projects/JMB-1/money/contracts/new?Input.PackageNumber=P-9", Rights.EditContract),
        ("/projects/JMB-1/money/contracts/{contract}?Input.Note=Lain", Rights.EditContract),
        ("/projects/JMB-1/money/contracts/{contract}?handler=Remove&Version=-1", Rights.EditContract),
        ("/projects/JMB-1/money/contracts/{contract}/sheet?handler=Progress&Progress.Percentage=1&Progress.On=2026-03-04&Version=-1", Rights.EditContract),
        ("/projects/JMB-1/money/contracts/{contract}/variations/new?Input.Number=1", Rights.EditContract),
        ("/projects/JMB-1/money/contracts/{contract}/guarantees/new?Input.Number=1", Rights.EditContract),
        ("/projects/JMB-1/money/invoices/new?Input.Number=1", Rights.EditContract),
        ("/money/rates/new?Input.FromCode=USD", Rights.EditRates),
        ("/money/rates/{rate}?Input.Rate=1&Version=-1", Rights.EditRates),
        ("/money/rates/{rate}?handler=Remove&Version=-1", Rights.EditRates),
        ("/money/rates/import?handler=Check&Text=USD", Rights.EditRates),
        ("/money/rates/import?handler=Import&Text=USD", Rights.EditRates),
        ("/money/rates/import?handler=Ecb", Rights.EditRates),
        ("/projects/JMB-1/money/advance/new?Input.Bank=B", Rights.EditWithdrawal),
        ("/projects/JMB-1/money/advance/{account}/lines/new?Input.Description=B", Rights.EditWithdrawal),
        ("/projects/JMB-1/money/advance/{account}/reconciliations/new?Input.Note=B", Rights.EditWithdrawal),
        ("/projects/JMB-1/money/advance/{account}/statement?handler=Check&Text=B", Rights.EditWithdrawal),
        ("/projects/JMB-1/money/advance/{account}/statement?handler=Import&Text=B", Rights.EditWithdrawal),
        ("/projects/JMB-1/money/withdrawals/new?Input.CurrencyCode=USD", Rights.EditWithdrawal),
        ("/projects/JMB-1/money/withdrawals/{withdrawal}/edit?Input.CurrencyCode=USD", Rights.EditWithdrawal),
        ("/projects/JMB-1/money/withdrawals/{withdrawal}/lines/new?Input.Amount=1", Rights.EditWithdrawal),
        ("/projects/JMB-1/money/withdrawals/{withdrawal}/lines/{withdrawalLine}/disallow?Input.Amount=1", Rights.BookPayment),
        ("/projects/JMB-1/money/withdrawals/{withdrawal}/payment?Input.Note=Coba", Rights.BookPayment),
        ("/projects/JMB-1/money/withdrawals/{withdrawal}?handler=Evidence", Rights.EditWithdrawal),
        ("/projects/JMB-1/money/withdrawals/{withdrawal}?handler=Receive&Receipt.DonorReference=1", Rights.SubmitWithdrawal),
        ("/projects/JMB-1/money/withdrawals/{withdrawal}?handler=Reverse&disbursement={disbursement}&note=Salah", Rights.BookPayment),
        ("/projects/JMB-1/money/withdrawals/{withdrawal}?handler=Step&Step.Step=Reject", Rights.SubmitWithdrawal),
        ("/projects/JMB-1/money/withdrawals/{withdrawal}?handler=Step&Step.Step=SignFirst", Rights.SignWithdrawal),
        ("/projects/JMB-1/money/withdrawals/{withdrawal}?handler=Step&Step.Step=Check&Step.Version=7", Rights.EditWithdrawal),
        ("/projects/JMB-1/work/actions/new?Input.Task=Kirim&Input.PartnerOwner=Mitra", Rights.EditWork),
        ("/projects/JMB-1/work/positions/new?Input.AgendaItem=Biaya&Input.Ours=Kami", Rights.EditWork),
        ("/projects/JMB-1/work/rounds/new?Input.HeldOn=2026-03-02&Input.Place=Jambi", Rights.EditWork),
        ("/projects/JMB-1/work/signing/condition/new?Input.Requirement=Pendapat&Input.DueOn=2026-06-02&Input.Side=Ours", Rights.EditWork),
        ("/projects/JMB-1/work/signing/signatory/new?Input.Name=Wali&Input.Side=Ours", Rights.EditWork),
        ("/projects/JMB-1/template?Input.To=1&Input.Reason=Coba", Rights.ChangeTemplate),
        ("/projects/JMB-1/work/alignment/new?Input.Reference=Misi&Input.Serves=TPA", Rights.EditWork),
        ("/projects/JMB-1/work/concept-note/new?Input.Problem=Sampah", Rights.EditWork),
        ("/projects/JMB-1/work/need-map/new?Input.Subject=Sampah", Rights.EditWork),
        ("/projects/JMB-1/work/need-map/import", Rights.EditWork),
        ("/projects/JMB-1/work/need-map/import?handler=Import", Rights.EditWork),
        ("/projects/JMB-1/work/requirements", Rights.EditWork),
        ("/projects/JMB-1/work/requirements?handler=Choose&list=nine-points", Rights.EditWork),
        ("/projects/JMB-1/work/cooperation-plan/new?Input.Aim=Tujuan", Rights.EditWork),
        ("/projects/JMB-1/work/cooperation-plan/fields/new?Input.Name=Pertanian", Rights.EditWork),
        ("/projects/JMB-1/work/letter-of-intent/new?Input.OurParty=NTB", Rights.EditWork),
        ("/projects/JMB-1/work/matchmaking/new?Input.Name=Seoul", Rights.EditWork),
        ("/projects/JMB-1/work/matchmaking/{candidate}/scores?Input.Scores[0].Code=C1&Input.Scores[0].Points=3&Input.Scores[0].Reason=Baik", Rights.EditWork),
        ("/projects/JMB-1/work/matchmaking/{candidate}/choose?Input.Reason=Baik", Rights.EditWork),
        ("/projects/JMB-1/work/matchmaking/weights?Weights[C1]=3", Rights.EditWork),
        ("/projects/JMB-1/people/new?Input.Organisation=KBRI&Input.Kind=Mission", Rights.EditWork),
        ("/team/{unit}/decree?Input.DecreeNumber=1&Version=-1", Rights.EditWork),
        ("/team/{unit}/members/new?Input.Name=Siti&Input.Office=Sekda&Input.Position=Chair", Rights.EditWork),
        ("/team/{unit}/tasks/new?Input.Kind=Mapping", Rights.EditWork),
        ("/projects/JMB-1/work/studies/technical?Input.Verdict=NotYet&Version=-1", Rights.EditWork),
        ("/projects/JMB-1/work/studies/technical/new?Input.Text=Lindi", Rights.EditWork),
        ("/projects/JMB-1/work/readiness/land?Input.State=Draft&Version=-1", Rights.EditWork),
        ("/projects/JMB-1/work/readiness/land?handler=Verify&version=0", Rights.RecordDecision),
        ("/projects/JMB-1/work/components/new?Input.Number=9&Input.Name=Coba", Rights.EditWork),
        ("/projects/JMB-1/work/components/activities/new?Input.Name=Coba", Rights.EditWork),
        ("/projects/JMB-1/work/project-unit/new?Input.Title=Coba", Rights.EditWork),
        ("/projects/JMB-1/work/risks/new?Input.Title=Coba", Rights.EditWork),
        ("/projects/JMB-1/work/problem-solving/new?Input.Number=1&Input.Level=Coba&Input.Decider=Coba&Input.Days=1", Rights.EditWork),
        ("/projects/JMB-1/work/legal-drafts/new?Input.Title=Coba", Rights.EditWork),
        ("/projects/JMB-1/money/agreements/new?Input.CurrencyCode=EUR&Input.Amount=5", Rights.EditAgreement),
        ("/projects/JMB-1/money/agreements/{financing}/edit?Input.CurrencyCode=EUR&Input.Amount=5000000", Rights.EditAgreement),
        ("/projects/JMB-1/money/agreements/{financing}/edit?handler=Remove", Rights.EditAgreement),
        ("/projects/JMB-1/money/categories/new?Input.FinancingId={financing}&Input.Code=1&Input.Name=Coba&Input.Amount=5&Input.Percentage=80", Rights.EditAgreement),
        ("/projects/JMB-1/money/changes/new?Input.FinancingId={financing}&Input.On=2026-03-02&Input.Amount=5", Rights.EditAgreement),
        ("/projects/JMB-1/money/counterpart/new?Input.FinancingId={financing}&Input.Year=2026&Input.CurrencyCode=IDR&Input.Pledged=5", Rights.EditAgreement),
        ("/projects/JMB-1/money/covenants/new?Input.FinancingId={financing}&Input.Requirement=Coba", Rights.EditAgreement),
        ("/projects/JMB-1/money/projections/new?Input.FinancingId={financing}&Input.Kind=ContractAward&Input.Lines=2026-01-01;0", Rights.EditAgreement),
        ("/projects/JMB-1/money/projections?handler=Approve&id={projection}&version=0&on=2026-03-02", Rights.EditAgreement),
        ("/projects/JMB-1/money/ratings/new?Input.FinancingId={financing}&Input.Scale=Own&Input.On=2026-03-02&Input.Remark=Coba&Input.Grades[Overall]=OnTrack", Rights.EditAgreement),
        ("/projects/JMB-1/money/reallocations/new?Input.FinancingId={financing}&Input.On=2026-03-02&Input.Amount=5", Rights.EditAgreement),
        ("/projects?handler=Export", Rights.ExportProjects),
        ("/reminders/certificate?handler=Export", Rights.ViewReminders),
        ("/reminders/leave?handler=Add&Input.UserId={user}", Rights.ManageReminders),
        ("/reminders/leave?handler=Remove&id={leave}", Rights.ManageReminders),
        ("/reminders/policies/{policy}?Input.Audience=Responsible&Version=-1", Rights.ManageReminders),
        ("/reminders/policies/{policy}?handler=Remove&version=-1", Rights.ManageReminders),
        ("/reminders/policies/new?Input.UnitId={unit}&Input.Kind=by-hand", Rights.ManageReminders),
        ("/reports", Rights.ExportProjects),
        ("/reports?handler=Whole", Rights.ExportProjects),
        ("/reviews/{request}?handler=Decide&Decision.Outcome=Approved&Decision.DecidedOn=2026-03-04", Rights.RecordDecision),
        ("/templates/kfw/2?handler=Retire", Rights.ManageTemplates),
        ("/templates/kfw/2?handler=Restore", Rights.ManageTemplates),
        ("/templates/upload?handler=Check&Text=id:%20jica", Rights.ManageTemplates),
        ("/templates/upload?handler=Publish&Text=id:%20jica", Rights.ManageTemplates),
    ];

    /// <summary>The office is furnished once, what the forms touch is made anew for each test.</summary>
    private static int _times;

    private Dictionary<string, string> _values = [];
    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    public async Task InitializeAsync()
    {
        var user = await office.Program.AddUserAsync(Role.Staff);
        var holiday = new Holiday { Date = new DateOnly(2026, 6, 6).AddDays(_times++), Name = new LocalText("Own", "Sendiri"), Kind = "own", UnitId = office.Unit.Id };
        var message = new OutboxMessage { Kind = "send-mail", SubjectId = Guid.NewGuid(), Key = $"{Guid.NewGuid()}", CreatedAt = FakeClock.Start, DueAt = FakeClock.Start, State = OutboxState.Parked };
        var policy = new ReminderPolicy { UnitId = office.Unit.Id, Kind = $"kind-{_times}" };
        var (away, delegatee) = (Samples.User(null, [Role.Staff], office.Unit), Samples.User(null, [Role.Staff], office.Unit));
        var leave = new Leave { UserId = away.Id, DelegateId = delegatee.Id, From = new DateOnly(2026, 6, 6), Until = new DateOnly(2026, 6, 7) };
        await office.Program.WriteAsync(holiday, message, policy, away, delegatee, leave);
        _values = new Dictionary<string, string>
        {
            ["{unit}"] = $"{office.Unit.Id}",
            ["{user}"] = $"{user.Id}",
            ["{partner}"] = $"{office.Partner.Id}",
            ["{document}"] = $"{office.DocumentVersionId}",
            ["{deadline}"] = $"{office.Deadline.Id}",
            ["{deadlineVersion}"] = $"{office.Deadline.Version}",
            ["{candidate}"] = $"{office.CandidateId}",
            ["{contract}"] = $"{office.ContractId}",
            ["{import}"] = $"{office.ImportId}",
            ["{account}"] = $"{office.AccountId}",
            ["{projection}"] = $"{office.ProjectionId}",
            ["{rate}"] = $"{office.RateId}",
            ["{request}"] = $"{office.RequestId}",
            ["{financing}"] = $"{office.FinancingId}",
            ["{holiday}"] = $"{holiday.Id}",
            ["{policy}"] = $"{policy.Id}",
            ["{leave}"] = $"{leave.Id}",
            ["{message}"] = $"{message.Id}",
            ["{withdrawal}"] = $"{office.WithdrawalId}",
            ["{withdrawalLine}"] = $"{office.WithdrawalLineId}",
            ["{disbursement}"] = $"{office.DisbursementId}",
        };
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Pages_BehindTheSignIn_AreAllInTheTable()
    {
        var pages = office.Program.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath)
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(Pages.Select(page => page.Page).Concat(Apart).Distinct().Order(StringComparer.Ordinal), pages);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Pages_ForARole_OpenByItsRightsAlone(Role role)
    {
        var (browser, _) = await office.PersonAsync(role);
        var wrong = new List<string>();
        foreach (var (_, address, right) in Pages)
        {
            var status = (await browser.GetAsync(Filled(address))).Status;
            var isRight = right is null || right.IsHeldBy([role]) ? status == HttpStatusCode.OK : IsRefusal(status);
            if (!isRight)
                wrong.Add($"{address}: {status}");
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Forms_WithoutTheRight_AreRefusedAndChangeNothing(Role role)
    {
        var (browser, _) = await office.PersonAsync(role);
        var before = await AuditAsync();
        var wrong = new List<string>();
        foreach (var (address, _) in Forms.Where(form => !form.Right.IsHeldBy([role])))
        {
            var status = (await browser.SubmitAsync("/", Filled(address))).Status;
            if (!IsRefusal(status))
                wrong.Add($"{address}: {status}");
        }

        Assert.Empty(wrong);
        Assert.Equal(before, await AuditAsync());
    }

    [Fact]
    public async Task Forms_WithTheRight_AreTaken()
    {
        var wrong = new List<string>();
        foreach (var (address, right) in Forms)
        {
            var (browser, _) = await office.PersonAsync(right.Roles[0]);
            var status = (await browser.SubmitAsync("/", Filled(address))).Status;
            if (status is not (HttpStatusCode.OK or HttpStatusCode.Redirect))
                wrong.Add($"{address}: {status}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Forms_WithoutATokenOfThePage_AreRefused()
    {
        var (browser, _) = await office.PersonAsync(Enum.GetValues<Role>());

        foreach (var (address, _) in Forms)
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(Filled(address))).Status);
    }

    private static bool IsRefusal(HttpStatusCode status) => status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound;

    private string Filled(string address) => _values.Aggregate(address, (text, pair) => text.Replace(pair.Key, pair.Value, StringComparison.Ordinal));

    private Task<int> AuditAsync() => office.Program.ReadAsync(db => db.AuditEntries.CountAsync());
}
