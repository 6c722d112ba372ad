using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProjectCycle.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Negotiation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "PartCode",
                table: "Deadlines",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "EffectivenessConditions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Requirement = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Side = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MetOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EvidenceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeadlineId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EffectivenessConditions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EffectivenessConditions_Deadlines_DeadlineId",
                        column: x => x.DeadlineId,
                        principalTable: "Deadlines",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_EffectivenessConditions_Documents_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "Documents",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_EffectivenessConditions_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NegotiationRounds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsOnline = table.Column<bool>(type: "INTEGER", nullable: false),
                    OurPeople = table.Column<string>(type: "TEXT", nullable: false),
                    TheirPeople = table.Column<string>(type: "TEXT", nullable: false),
                    Background = table.Column<string>(type: "TEXT", nullable: false),
                    Goal = table.Column<string>(type: "TEXT", nullable: false),
                    Strategy = table.Column<string>(type: "TEXT", nullable: false),
                    WorkingLanguage = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TimeLimit = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    WayOfDeciding = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StatementNote = table.Column<string>(type: "TEXT", nullable: false),
                    DiscussionNote = table.Column<string>(type: "TEXT", nullable: false),
                    AgreementNote = table.Column<string>(type: "TEXT", nullable: false),
                    PreparationDone = table.Column<bool>(type: "INTEGER", nullable: false),
                    OpeningDone = table.Column<bool>(type: "INTEGER", nullable: false),
                    StatementDone = table.Column<bool>(type: "INTEGER", nullable: false),
                    DiscussionDone = table.Column<bool>(type: "INTEGER", nullable: false),
                    AgreementDone = table.Column<bool>(type: "INTEGER", nullable: false),
                    Result = table.Column<string>(type: "TEXT", nullable: false),
                    MinutesId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NegotiationRounds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NegotiationRounds_Documents_MinutesId",
                        column: x => x.MinutesId,
                        principalTable: "Documents",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_NegotiationRounds_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Signatories",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Office = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Side = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PlannedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SignedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Signatories", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Signatories_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NegotiationActions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Task = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PartnerOwner = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    RoundId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeadlineId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NegotiationActions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NegotiationActions_Deadlines_DeadlineId",
                        column: x => x.DeadlineId,
                        principalTable: "Deadlines",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_NegotiationActions_NegotiationRounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "NegotiationRounds",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_NegotiationActions_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_NegotiationActions_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NegotiationPositions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgendaItem = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Ours = table.Column<string>(type: "TEXT", nullable: false),
                    Interest = table.Column<string>(type: "TEXT", nullable: false),
                    Fallback = table.Column<string>(type: "TEXT", nullable: false),
                    Theirs = table.Column<string>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AgreedText = table.Column<string>(type: "TEXT", nullable: false),
                    TextReference = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RoundId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NegotiationPositions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NegotiationPositions_NegotiationRounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "NegotiationRounds",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_NegotiationPositions_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EffectivenessConditions_DeadlineId",
                table: "EffectivenessConditions",
                column: "DeadlineId");

            migrationBuilder.CreateIndex(
                name: "IX_EffectivenessConditions_EvidenceId",
                table: "EffectivenessConditions",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_EffectivenessConditions_ProjectId_DueOn",
                table: "EffectivenessConditions",
                columns: new[] { "ProjectId", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_NegotiationActions_DeadlineId",
                table: "NegotiationActions",
                column: "DeadlineId");

            migrationBuilder.CreateIndex(
                name: "IX_NegotiationActions_OwnerId",
                table: "NegotiationActions",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_NegotiationActions_ProjectId_DoneOn",
                table: "NegotiationActions",
                columns: new[] { "ProjectId", "DoneOn" });

            migrationBuilder.CreateIndex(
                name: "IX_NegotiationActions_RoundId",
                table: "NegotiationActions",
                column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "IX_NegotiationPositions_ProjectId_Outcome",
                table: "NegotiationPositions",
                columns: new[] { "ProjectId", "Outcome" });

            migrationBuilder.CreateIndex(
                name: "IX_NegotiationPositions_RoundId",
                table: "NegotiationPositions",
                column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "IX_NegotiationRounds_MinutesId",
                table: "NegotiationRounds",
                column: "MinutesId");

            migrationBuilder.CreateIndex(
                name: "IX_NegotiationRounds_ProjectId_Number",
                table: "NegotiationRounds",
                columns: new[] { "ProjectId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Signatories_ProjectId",
                table: "Signatories",
                column: "ProjectId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EffectivenessConditions");

            migrationBuilder.DropTable(
                name: "NegotiationActions");

            migrationBuilder.DropTable(
                name: "NegotiationPositions");

            migrationBuilder.DropTable(
                name: "Signatories");

            migrationBuilder.DropTable(
                name: "NegotiationRounds");

            migrationBuilder.DropColumn(
                name: "PartCode",
                table: "Deadlines");
        }
    }
}
