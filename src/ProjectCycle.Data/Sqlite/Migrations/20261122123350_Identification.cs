using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProjectCycle.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Identification : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AlignmentEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Plan = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Says = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Serves = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Fit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AlignmentEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AlignmentEntries_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ConceptNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Problem = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Objective = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    PartnerReason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ExpectedResults = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Cost = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Risks = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    NextSteps = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConceptNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConceptNotes_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NeedMapEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Sector = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EvidenceFigure = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    EvidenceYear = table.Column<int>(type: "INTEGER", nullable: true),
                    EvidenceSource = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    OwnStrength = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    OwnWeakness = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Sought = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Offered = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ResponsibleOffice = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    OtherActors = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    PlanLink = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Priority = table.Column<int>(type: "INTEGER", nullable: false),
                    Problem = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NeedMapEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NeedMapEntries_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RequirementAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PointCode = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    AnsweredById = table.Column<Guid>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RequirementAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RequirementAnswers_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RequirementAnswers_Users_AnsweredById",
                        column: x => x.AnsweredById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RequirementChoices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ListCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RequirementChoices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RequirementChoices_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AlignmentEntries_ProjectId",
                table: "AlignmentEntries",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_ConceptNotes_ProjectId",
                table: "ConceptNotes",
                column: "ProjectId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NeedMapEntries_ProjectId_Number",
                table: "NeedMapEntries",
                columns: new[] { "ProjectId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RequirementAnswers_AnsweredById",
                table: "RequirementAnswers",
                column: "AnsweredById");

            migrationBuilder.CreateIndex(
                name: "IX_RequirementAnswers_ProjectId_PointCode",
                table: "RequirementAnswers",
                columns: new[] { "ProjectId", "PointCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RequirementChoices_ProjectId",
                table: "RequirementChoices",
                column: "ProjectId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AlignmentEntries");

            migrationBuilder.DropTable(
                name: "ConceptNotes");

            migrationBuilder.DropTable(
                name: "NeedMapEntries");

            migrationBuilder.DropTable(
                name: "RequirementAnswers");

            migrationBuilder.DropTable(
                name: "RequirementChoices");
        }
    }
}
