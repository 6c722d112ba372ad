using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProjectCycle.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Ledger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ExchangeRates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FromCode = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    ToCode = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Rate = table.Column<decimal>(type: "numeric(24,10)", precision: 24, scale: 10, nullable: false),
                    Unit = table.Column<int>(type: "integer", nullable: false),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExchangeRates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Financings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgreementId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CurrencyCode = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    MinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    Lender = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Borrower = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ExecutingAgency = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ImplementingAgency = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EffectiveOn = table.Column<DateOnly>(type: "date", nullable: true),
                    OriginalClosingOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosingOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DisbursementDeadline = table.Column<DateOnly>(type: "date", nullable: true),
                    ClaimWindowDays = table.Column<int>(type: "integer", nullable: true),
                    MinimumApplication = table.Column<long>(type: "bigint", nullable: true),
                    SoeCeiling = table.Column<long>(type: "bigint", nullable: true),
                    SoeCurrencyCode = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    ClosedUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    References_ActivityList = table.Column<string>(type: "text", nullable: false),
                    References_BlueBook = table.Column<string>(type: "text", nullable: false),
                    References_BudgetActivity = table.Column<string>(type: "text", nullable: false),
                    References_EchelonUnit = table.Column<string>(type: "text", nullable: false),
                    References_GreenBook = table.Column<string>(type: "text", nullable: false),
                    References_LoanCode = table.Column<string>(type: "text", nullable: false),
                    References_NationalPriority = table.Column<string>(type: "text", nullable: false),
                    References_OnLending = table.Column<string>(type: "text", nullable: false),
                    References_Programme = table.Column<string>(type: "text", nullable: false),
                    References_RegisterNumber = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Financings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Financings_Agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "Agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Financings_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AdvanceAccounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    FinancingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Bank = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Holder = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CurrencyCode = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Ceiling = table.Column<long>(type: "bigint", nullable: true),
                    ReconciledUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdvanceAccounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AdvanceAccounts_Financings_FinancingId",
                        column: x => x.FinancingId,
                        principalTable: "Financings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AdvanceAccounts_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AmountChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    FinancingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    MinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    Reference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Note = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AmountChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AmountChanges_Financings_FinancingId",
                        column: x => x.FinancingId,
                        principalTable: "Financings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AmountChanges_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CounterpartYears",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    FinancingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    CurrencyCode = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Pledged = table.Column<long>(type: "bigint", nullable: false),
                    Budgeted = table.Column<long>(type: "bigint", nullable: true),
                    BudgetNumber = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    BudgetedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Realised = table.Column<long>(type: "bigint", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CounterpartYears", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CounterpartYears_Financings_FinancingId",
                        column: x => x.FinancingId,
                        principalTable: "Financings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CounterpartYears_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Covenants",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    FinancingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Requirement = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    MetOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ResponsibleId = table.Column<Guid>(type: "uuid", nullable: true),
                    EvidenceId = table.Column<Guid>(type: "uuid", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: false),
                    DeadlineId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Covenants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Covenants_Deadlines_DeadlineId",
                        column: x => x.DeadlineId,
                        principalTable: "Deadlines",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Covenants_Documents_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "Documents",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Covenants_Financings_FinancingId",
                        column: x => x.FinancingId,
                        principalTable: "Financings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Covenants_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Covenants_Users_ResponsibleId",
                        column: x => x.ResponsibleId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ExpenditureCategories",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    FinancingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    MinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    Percentage = table.Column<decimal>(type: "numeric(7,6)", precision: 7, scale: 6, nullable: false),
                    Basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpenditureCategories", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExpenditureCategories_Financings_FinancingId",
                        column: x => x.FinancingId,
                        principalTable: "Financings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ExpenditureCategories_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Projections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    FinancingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    ApprovedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Projections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Projections_Financings_FinancingId",
                        column: x => x.FinancingId,
                        principalTable: "Financings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Projections_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProjectRatings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    FinancingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Scale = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Remark = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProjectRatings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProjectRatings_Financings_FinancingId",
                        column: x => x.FinancingId,
                        principalTable: "Financings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProjectRatings_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Withdrawals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    FinancingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Procedure = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StateSince = table.Column<DateOnly>(type: "date", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    PeriodFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    PeriodUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    CurrencyCode = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    DonorReference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    PreparedById = table.Column<Guid>(type: "uuid", nullable: false),
                    FirstSignatoryId = table.Column<Guid>(type: "uuid", nullable: true),
                    FirstSignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SecondSignatoryId = table.Column<Guid>(type: "uuid", nullable: true),
                    SecondSignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    MinistryOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SubmittedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ApprovedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Query = table.Column<string>(type: "text", nullable: false),
                    NoticeNumber = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    NoticeOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Remarks = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Payment_Account = table.Column<string>(type: "text", nullable: false),
                    Payment_Address = table.Column<string>(type: "text", nullable: false),
                    Payment_Bank = table.Column<string>(type: "text", nullable: false),
                    Payment_Branch = table.Column<string>(type: "text", nullable: false),
                    Payment_Correspondent = table.Column<string>(type: "text", nullable: false),
                    Payment_Payee = table.Column<string>(type: "text", nullable: false),
                    Payment_Special = table.Column<string>(type: "text", nullable: false),
                    Payment_Swift = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Withdrawals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Withdrawals_Financings_FinancingId",
                        column: x => x.FinancingId,
                        principalTable: "Financings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Withdrawals_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Withdrawals_Users_FirstSignatoryId",
                        column: x => x.FirstSignatoryId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Withdrawals_Users_PreparedById",
                        column: x => x.PreparedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Withdrawals_Users_SecondSignatoryId",
                        column: x => x.SecondSignatoryId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccountReconciliations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    FinancingId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Advanced = table.Column<long>(type: "bigint", nullable: false),
                    Liquidated = table.Column<long>(type: "bigint", nullable: false),
                    BankBalance = table.Column<long>(type: "bigint", nullable: false),
                    Submitted = table.Column<long>(type: "bigint", nullable: false),
                    PaidNotClaimed = table.Column<long>(type: "bigint", nullable: false),
                    SubAccounts = table.Column<long>(type: "bigint", nullable: false),
                    BankCharges = table.Column<long>(type: "bigint", nullable: false),
                    Interest = table.Column<long>(type: "bigint", nullable: false),
                    StatementId = table.Column<Guid>(type: "uuid", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: false),
                    ReconciledOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReconciledById = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountReconciliations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountReconciliations_AdvanceAccounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "AdvanceAccounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AccountReconciliations_Documents_StatementId",
                        column: x => x.StatementId,
                        principalTable: "Documents",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_AccountReconciliations_Financings_FinancingId",
                        column: x => x.FinancingId,
                        principalTable: "Financings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AccountReconciliations_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AccountReconciliations_Users_ReconciledById",
                        column: x => x.ReconciledById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Contracts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    FinancingId = table.Column<Guid>(type: "uuid", nullable: false),
                    CategoryId = table.Column<Guid>(type: "uuid", nullable: false),
                    PackageNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Description = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Method = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Review = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    BidOn = table.Column<DateOnly>(type: "date", nullable: true),
                    NoObjectionOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AwardOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Contractor = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CountryCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    DonorNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CompletionOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CurrencyCode = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    MinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    Percentage = table.Column<decimal>(type: "numeric(7,6)", precision: 7, scale: 6, nullable: false),
                    Advance = table.Column<long>(type: "bigint", nullable: false),
                    RetentionPercentage = table.Column<decimal>(type: "numeric(7,6)", precision: 7, scale: 6, nullable: false),
                    PhysicalProgress = table.Column<decimal>(type: "numeric(7,6)", precision: 7, scale: 6, nullable: false),
                    ProgressOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contracts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Contracts_ExpenditureCategories_CategoryId",
                        column: x => x.CategoryId,
                        principalTable: "ExpenditureCategories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Contracts_Financings_FinancingId",
                        column: x => x.FinancingId,
                        principalTable: "Financings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Contracts_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Reallocations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    FinancingId = table.Column<Guid>(type: "uuid", nullable: false),
                    FromId = table.Column<Guid>(type: "uuid", nullable: true),
                    ToId = table.Column<Guid>(type: "uuid", nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    MinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    Reference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Note = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reallocations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reallocations_ExpenditureCategories_FromId",
                        column: x => x.FromId,
                        principalTable: "ExpenditureCategories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reallocations_ExpenditureCategories_ToId",
                        column: x => x.ToId,
                        principalTable: "ExpenditureCategories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reallocations_Financings_FinancingId",
                        column: x => x.FinancingId,
                        principalTable: "Financings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reallocations_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProjectionPoints",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectionId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Cumulative = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProjectionPoints", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProjectionPoints_Projections_ProjectionId",
                        column: x => x.ProjectionId,
                        principalTable: "Projections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RatingGrades",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RatingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Criterion = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Grade = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Weight = table.Column<decimal>(type: "numeric(9,4)", precision: 9, scale: 4, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RatingGrades", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RatingGrades_ProjectRatings_RatingId",
                        column: x => x.RatingId,
                        principalTable: "ProjectRatings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Disbursements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    FinancingId = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    CategoryId = table.Column<Guid>(type: "uuid", nullable: false),
                    ValueDate = table.Column<DateOnly>(type: "date", nullable: false),
                    CurrencyCode = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Paid = table.Column<long>(type: "bigint", nullable: false),
                    Charged = table.Column<long>(type: "bigint", nullable: false),
                    Rupiah = table.Column<long>(type: "bigint", nullable: false),
                    ReversesId = table.Column<Guid>(type: "uuid", nullable: true),
                    BookedById = table.Column<Guid>(type: "uuid", nullable: false),
                    BookedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ChargedRate_IsInverse = table.Column<bool>(type: "boolean", nullable: false),
                    ChargedRate_On = table.Column<DateOnly>(type: "date", nullable: true),
                    ChargedRate_Rate = table.Column<decimal>(type: "numeric(24,10)", precision: 24, scale: 10, nullable: false),
                    ChargedRate_Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ChargedRate_Type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ChargedRate_Unit = table.Column<int>(type: "integer", nullable: false),
                    RupiahRate_IsInverse = table.Column<bool>(type: "boolean", nullable: false),
                    RupiahRate_On = table.Column<DateOnly>(type: "date", nullable: true),
                    RupiahRate_Rate = table.Column<decimal>(type: "numeric(24,10)", precision: 24, scale: 10, nullable: false),
                    RupiahRate_Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RupiahRate_Type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    RupiahRate_Unit = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Disbursements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Disbursements_Disbursements_ReversesId",
                        column: x => x.ReversesId,
                        principalTable: "Disbursements",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Disbursements_ExpenditureCategories_CategoryId",
                        column: x => x.CategoryId,
                        principalTable: "ExpenditureCategories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Disbursements_Financings_FinancingId",
                        column: x => x.FinancingId,
                        principalTable: "Financings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Disbursements_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Disbursements_Users_BookedById",
                        column: x => x.BookedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Disbursements_Withdrawals_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Withdrawals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WithdrawalEvidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    FinancingId = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WithdrawalEvidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WithdrawalEvidence_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_WithdrawalEvidence_Financings_FinancingId",
                        column: x => x.FinancingId,
                        principalTable: "Financings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WithdrawalEvidence_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_WithdrawalEvidence_Withdrawals_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Withdrawals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WithdrawalMoves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WithdrawalMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WithdrawalMoves_Users_ById",
                        column: x => x.ById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WithdrawalMoves_Withdrawals_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Withdrawals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ContractVariations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    FinancingId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    MinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    CompletionOn = table.Column<DateOnly>(type: "date", nullable: true),
                    NoObjectionOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContractVariations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContractVariations_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ContractVariations_Financings_FinancingId",
                        column: x => x.FinancingId,
                        principalTable: "Financings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ContractVariations_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Guarantees",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    FinancingId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Issuer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CurrencyCode = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    MinorUnits = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ReleasedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DeadlineId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Guarantees", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Guarantees_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Guarantees_Deadlines_DeadlineId",
                        column: x => x.DeadlineId,
                        principalTable: "Deadlines",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Guarantees_Financings_FinancingId",
                        column: x => x.FinancingId,
                        principalTable: "Financings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Guarantees_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Invoices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    FinancingId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: true),
                    CategoryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Description = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Payee = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CountryCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    CurrencyCode = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Gross = table.Column<long>(type: "bigint", nullable: false),
                    Tax = table.Column<long>(type: "bigint", nullable: false),
                    Retention = table.Column<long>(type: "bigint", nullable: false),
                    AdvanceRecovered = table.Column<long>(type: "bigint", nullable: false),
                    PaidFrom = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PaidOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PaymentReference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    BankReference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invoices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Invoices_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Invoices_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Invoices_ExpenditureCategories_CategoryId",
                        column: x => x.CategoryId,
                        principalTable: "ExpenditureCategories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Invoices_Financings_FinancingId",
                        column: x => x.FinancingId,
                        principalTable: "Financings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Invoices_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StatementLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    FinancingId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Description = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Reference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Balance = table.Column<long>(type: "bigint", nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    InvoiceId = table.Column<Guid>(type: "uuid", nullable: true),
                    IsImported = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatementLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StatementLines_AdvanceAccounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "AdvanceAccounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StatementLines_Financings_FinancingId",
                        column: x => x.FinancingId,
                        principalTable: "Financings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StatementLines_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StatementLines_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WithdrawalLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    FinancingId = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    CategoryId = table.Column<Guid>(type: "uuid", nullable: false),
                    InvoiceId = table.Column<Guid>(type: "uuid", nullable: true),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: true),
                    Description = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    IsSoe = table.Column<bool>(type: "boolean", nullable: false),
                    Eligible = table.Column<long>(type: "bigint", nullable: false),
                    InvoiceCurrencyCode = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Percentage = table.Column<decimal>(type: "numeric(7,6)", precision: 7, scale: 6, nullable: false),
                    ClaimedLocal = table.Column<long>(type: "bigint", nullable: false),
                    Claimed = table.Column<long>(type: "bigint", nullable: false),
                    Disallowed = table.Column<long>(type: "bigint", nullable: false),
                    DisallowedFor = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    DisallowedNote = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    SettledOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Rate_IsInverse = table.Column<bool>(type: "boolean", nullable: false),
                    Rate_On = table.Column<DateOnly>(type: "date", nullable: true),
                    Rate_Rate = table.Column<decimal>(type: "numeric(24,10)", precision: 24, scale: 10, nullable: false),
                    Rate_Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Rate_Type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Rate_Unit = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WithdrawalLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WithdrawalLines_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WithdrawalLines_ExpenditureCategories_CategoryId",
                        column: x => x.CategoryId,
                        principalTable: "ExpenditureCategories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WithdrawalLines_Financings_FinancingId",
                        column: x => x.FinancingId,
                        principalTable: "Financings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WithdrawalLines_Invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalTable: "Invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WithdrawalLines_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_WithdrawalLines_Withdrawals_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Withdrawals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccountReconciliations_AccountId_On",
                table: "AccountReconciliations",
                columns: new[] { "AccountId", "On" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccountReconciliations_FinancingId",
                table: "AccountReconciliations",
                column: "FinancingId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountReconciliations_ProjectId",
                table: "AccountReconciliations",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountReconciliations_ReconciledById",
                table: "AccountReconciliations",
                column: "ReconciledById");

            migrationBuilder.CreateIndex(
                name: "IX_AccountReconciliations_StatementId",
                table: "AccountReconciliations",
                column: "StatementId");

            migrationBuilder.CreateIndex(
                name: "IX_AdvanceAccounts_FinancingId",
                table: "AdvanceAccounts",
                column: "FinancingId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AdvanceAccounts_ProjectId",
                table: "AdvanceAccounts",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_AmountChanges_FinancingId_On",
                table: "AmountChanges",
                columns: new[] { "FinancingId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_AmountChanges_ProjectId",
                table: "AmountChanges",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_CategoryId",
                table: "Contracts",
                column: "CategoryId");

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_FinancingId_PackageNumber",
                table: "Contracts",
                columns: new[] { "FinancingId", "PackageNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_ProjectId",
                table: "Contracts",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_ContractVariations_ContractId_On",
                table: "ContractVariations",
                columns: new[] { "ContractId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_ContractVariations_FinancingId",
                table: "ContractVariations",
                column: "FinancingId");

            migrationBuilder.CreateIndex(
                name: "IX_ContractVariations_ProjectId",
                table: "ContractVariations",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_CounterpartYears_FinancingId_Year_Kind",
                table: "CounterpartYears",
                columns: new[] { "FinancingId", "Year", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CounterpartYears_ProjectId",
                table: "CounterpartYears",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Covenants_DeadlineId",
                table: "Covenants",
                column: "DeadlineId");

            migrationBuilder.CreateIndex(
                name: "IX_Covenants_EvidenceId",
                table: "Covenants",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_Covenants_FinancingId_DueOn",
                table: "Covenants",
                columns: new[] { "FinancingId", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Covenants_ProjectId",
                table: "Covenants",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Covenants_ResponsibleId",
                table: "Covenants",
                column: "ResponsibleId");

            migrationBuilder.CreateIndex(
                name: "IX_Disbursements_ApplicationId",
                table: "Disbursements",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_Disbursements_BookedById",
                table: "Disbursements",
                column: "BookedById");

            migrationBuilder.CreateIndex(
                name: "IX_Disbursements_CategoryId",
                table: "Disbursements",
                column: "CategoryId");

            migrationBuilder.CreateIndex(
                name: "IX_Disbursements_FinancingId_CategoryId_ValueDate_Charged",
                table: "Disbursements",
                columns: new[] { "FinancingId", "CategoryId", "ValueDate", "Charged" });

            migrationBuilder.CreateIndex(
                name: "IX_Disbursements_FinancingId_ValueDate_Charged_Rupiah",
                table: "Disbursements",
                columns: new[] { "FinancingId", "ValueDate", "Charged", "Rupiah" });

            migrationBuilder.CreateIndex(
                name: "IX_Disbursements_ProjectId",
                table: "Disbursements",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Disbursements_ReversesId",
                table: "Disbursements",
                column: "ReversesId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExchangeRates_Type_FromCode_ToCode_On",
                table: "ExchangeRates",
                columns: new[] { "Type", "FromCode", "ToCode", "On" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExpenditureCategories_FinancingId_Code",
                table: "ExpenditureCategories",
                columns: new[] { "FinancingId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExpenditureCategories_ProjectId",
                table: "ExpenditureCategories",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Financings_AgreementId",
                table: "Financings",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_Financings_ProjectId_AgreementId",
                table: "Financings",
                columns: new[] { "ProjectId", "AgreementId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Guarantees_ContractId_ExpiresOn",
                table: "Guarantees",
                columns: new[] { "ContractId", "ExpiresOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Guarantees_DeadlineId",
                table: "Guarantees",
                column: "DeadlineId");

            migrationBuilder.CreateIndex(
                name: "IX_Guarantees_FinancingId",
                table: "Guarantees",
                column: "FinancingId");

            migrationBuilder.CreateIndex(
                name: "IX_Guarantees_ProjectId",
                table: "Guarantees",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_CategoryId",
                table: "Invoices",
                column: "CategoryId");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_ContractId",
                table: "Invoices",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_DocumentId",
                table: "Invoices",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_FinancingId_Number",
                table: "Invoices",
                columns: new[] { "FinancingId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_FinancingId_On",
                table: "Invoices",
                columns: new[] { "FinancingId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_ProjectId",
                table: "Invoices",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_ProjectionPoints_ProjectionId_On",
                table: "ProjectionPoints",
                columns: new[] { "ProjectionId", "On" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Projections_FinancingId_Kind_Revision",
                table: "Projections",
                columns: new[] { "FinancingId", "Kind", "Revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Projections_ProjectId",
                table: "Projections",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_ProjectRatings_FinancingId_Scale_On",
                table: "ProjectRatings",
                columns: new[] { "FinancingId", "Scale", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_ProjectRatings_ProjectId",
                table: "ProjectRatings",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_RatingGrades_RatingId_Criterion",
                table: "RatingGrades",
                columns: new[] { "RatingId", "Criterion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reallocations_FinancingId_On",
                table: "Reallocations",
                columns: new[] { "FinancingId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_Reallocations_FromId",
                table: "Reallocations",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_Reallocations_ProjectId",
                table: "Reallocations",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Reallocations_ToId",
                table: "Reallocations",
                column: "ToId");

            migrationBuilder.CreateIndex(
                name: "IX_StatementLines_AccountId_On",
                table: "StatementLines",
                columns: new[] { "AccountId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_StatementLines_AccountId_Position",
                table: "StatementLines",
                columns: new[] { "AccountId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StatementLines_FinancingId",
                table: "StatementLines",
                column: "FinancingId");

            migrationBuilder.CreateIndex(
                name: "IX_StatementLines_InvoiceId",
                table: "StatementLines",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_StatementLines_ProjectId",
                table: "StatementLines",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_WithdrawalEvidence_ApplicationId_DocumentId",
                table: "WithdrawalEvidence",
                columns: new[] { "ApplicationId", "DocumentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WithdrawalEvidence_DocumentId",
                table: "WithdrawalEvidence",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_WithdrawalEvidence_FinancingId",
                table: "WithdrawalEvidence",
                column: "FinancingId");

            migrationBuilder.CreateIndex(
                name: "IX_WithdrawalEvidence_ProjectId",
                table: "WithdrawalEvidence",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_WithdrawalLines_ApplicationId",
                table: "WithdrawalLines",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_WithdrawalLines_CategoryId",
                table: "WithdrawalLines",
                column: "CategoryId");

            migrationBuilder.CreateIndex(
                name: "IX_WithdrawalLines_ContractId_ApplicationId_Claimed_Disallowed",
                table: "WithdrawalLines",
                columns: new[] { "ContractId", "ApplicationId", "Claimed", "Disallowed" });

            migrationBuilder.CreateIndex(
                name: "IX_WithdrawalLines_FinancingId_CategoryId_ApplicationId_Claime~",
                table: "WithdrawalLines",
                columns: new[] { "FinancingId", "CategoryId", "ApplicationId", "Claimed", "Disallowed" });

            migrationBuilder.CreateIndex(
                name: "IX_WithdrawalLines_InvoiceId",
                table: "WithdrawalLines",
                column: "InvoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_WithdrawalLines_ProjectId",
                table: "WithdrawalLines",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_WithdrawalMoves_ApplicationId_At",
                table: "WithdrawalMoves",
                columns: new[] { "ApplicationId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_WithdrawalMoves_ById",
                table: "WithdrawalMoves",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_Withdrawals_FinancingId_Number",
                table: "Withdrawals",
                columns: new[] { "FinancingId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Withdrawals_FirstSignatoryId",
                table: "Withdrawals",
                column: "FirstSignatoryId");

            migrationBuilder.CreateIndex(
                name: "IX_Withdrawals_PreparedById",
                table: "Withdrawals",
                column: "PreparedById");

            migrationBuilder.CreateIndex(
                name: "IX_Withdrawals_ProjectId",
                table: "Withdrawals",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Withdrawals_SecondSignatoryId",
                table: "Withdrawals",
                column: "SecondSignatoryId");

            migrationBuilder.CreateIndex(
                name: "IX_Withdrawals_State_StateSince",
                table: "Withdrawals",
                columns: new[] { "State", "StateSince" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountReconciliations");

            migrationBuilder.DropTable(
                name: "AmountChanges");

            migrationBuilder.DropTable(
                name: "ContractVariations");

            migrationBuilder.DropTable(
                name: "CounterpartYears");

            migrationBuilder.DropTable(
                name: "Covenants");

            migrationBuilder.DropTable(
                name: "Disbursements");

            migrationBuilder.DropTable(
                name: "ExchangeRates");

            migrationBuilder.DropTable(
                name: "Guarantees");

            migrationBuilder.DropTable(
                name: "ProjectionPoints");

            migrationBuilder.DropTable(
                name: "RatingGrades");

            migrationBuilder.DropTable(
                name: "Reallocations");

            migrationBuilder.DropTable(
                name: "StatementLines");

            migrationBuilder.DropTable(
                name: "WithdrawalEvidence");

            migrationBuilder.DropTable(
                name: "WithdrawalLines");

            migrationBuilder.DropTable(
                name: "WithdrawalMoves");

            migrationBuilder.DropTable(
                name: "Projections");

            migrationBuilder.DropTable(
                name: "ProjectRatings");

            migrationBuilder.DropTable(
                name: "AdvanceAccounts");

            migrationBuilder.DropTable(
                name: "Invoices");

            migrationBuilder.DropTable(
                name: "Withdrawals");

            migrationBuilder.DropTable(
                name: "Contracts");

            migrationBuilder.DropTable(
                name: "ExpenditureCategories");

            migrationBuilder.DropTable(
                name: "Financings");
        }
    }
}
