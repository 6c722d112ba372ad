using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProjectCycle.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Stays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Stayed",
                table: "StageMoves",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TemplateId",
                table: "StageMoves",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            // What the rows of before would have said: the template of their project, and the days since the move before.
            migrationBuilder.Sql(
                """
                UPDATE "StageMoves" SET "TemplateId" = (SELECT p."TemplateId" FROM "Projects" p WHERE p."Id" = "StageMoves"."ProjectId");
                UPDATE "StageMoves" AS m SET "Stayed" = CAST(julianday(m."On") - julianday((SELECT b."On" FROM "StageMoves" b
                    WHERE b."ProjectId" = m."ProjectId" AND (b."On", b."RecordedAt", b."Id") < (m."On", m."RecordedAt", m."Id")
                    ORDER BY b."On" DESC, b."RecordedAt" DESC, b."Id" DESC LIMIT 1)) AS INTEGER)
                WHERE m."From" IS NOT NULL;
                """);

            migrationBuilder.CreateIndex(
                name: "IX_StageMoves_TemplateId_From_Kind_Stayed_ProjectId",
                table: "StageMoves",
                columns: new[] { "TemplateId", "From", "Kind", "Stayed", "ProjectId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_StageMoves_TemplateId_From_Kind_Stayed_ProjectId",
                table: "StageMoves");

            migrationBuilder.DropColumn(
                name: "Stayed",
                table: "StageMoves");

            migrationBuilder.DropColumn(
                name: "TemplateId",
                table: "StageMoves");
        }
    }
}
