//! Boards (mesas técnicas) and who sits on them. Reading is in `register`.

use crate::error::Result;
use crate::transact::Tx;
use crate::vals;
use ata_model::name::fold;

impl Tx<'_> {
    /// Registers a board, or finds it by its name.
    pub fn put_board(&mut self, name: &str) -> Result<i64> {
        let known = self.row("SELECT id FROM board WHERE fold = $1", vals![&fold(name)], |row| row.int("id"))?;
        if let Some(id) = known {
            return Ok(id);
        }
        self.exec("INSERT INTO board (name, fold) VALUES ($1, $2)", vals![name, &fold(name)])?;
        let id = self.last_id();
        self.say(name);
        Ok(id)
    }

    /// Who presides sits on the board too, so that a notice to the board reaches them.
    pub fn set_chair(&mut self, board: i64, person: i64) -> Result<()> {
        let known = self.board(board)?;
        self.exec("UPDATE board SET chair_id = $2 WHERE id = $1", vals![board, person])?;
        // Of a board that was there already, the log says which one has another chair.
        match known.members.is_empty() && known.chair.is_none() {
            true => self.seat(board, person),
            false => {
                self.sit(board, person)?;
                self.say(format!("P-{person} → {}", known.name));
                Ok(())
            }
        }
    }

    /// Gives a person a seat.
    pub fn seat(&mut self, board: i64, person: i64) -> Result<()> {
        if self.sit(board, person)? {
            self.say(format!("P-{person}"));
        }
        Ok(())
    }

    /// False when they sat there already.
    fn sit(&self, board: i64, person: i64) -> Result<bool> {
        let sql = "INSERT INTO board_member (board_id, person_id) VALUES ($1, $2) ON CONFLICT (board_id, person_id) DO NOTHING";
        Ok(self.exec(sql, vals![board, person])? > 0)
    }

    /// Takes a seat away; whoever presided does so no more.
    pub fn unseat(&mut self, board: i64, person: i64) -> Result<()> {
        self.exec("UPDATE board SET chair_id = NULL WHERE id = $1 AND chair_id = $2", vals![board, person])?;
        let sql = "DELETE FROM board_member WHERE board_id = $1 AND person_id = $2";
        if self.exec(sql, vals![board, person])? > 0 {
            self.say(format!("−P-{person}"));
        }
        Ok(())
    }
}
